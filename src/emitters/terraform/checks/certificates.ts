import { diagnose } from "../../../compiler/diagnostics/diagnostic.ts";
import type { Check } from "../../../compiler/emitter.ts";
import type { Certificate } from "../../../compiler/environment/certificate.ts";
import type { Environment } from "../../../compiler/environment/environment.ts";
import { isLiteral, literal } from "../../../compiler/environment/text.ts";
import { zoneOf } from "../zones.ts";

/** The provider signs a certificate when a zone of ours proves whose its hosts are. */
export const hostsAreInZones = (isSigned: (environment: Environment, certificate: Certificate) => boolean): Check =>
  function* (environment) {
    for (const certificate of environment.certificates) {
      const { name, at, hosts } = certificate;
      if (!isSigned(environment, certificate)) continue;
      for (const host of hosts)
        if (isLiteral(host) && zoneOf(environment, host) === undefined)
          yield diagnose("terraform-host-outside-zones", at, { host: literal(host).value, certificate: name });
    }
  };
