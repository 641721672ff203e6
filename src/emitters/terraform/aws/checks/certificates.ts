import { diagnose } from "../../../../compiler/diagnostics/diagnostic.ts";
import type { Check } from "../../../../compiler/emitter.ts";
import { isLiteral, literal } from "../../../../compiler/environment/text.ts";
import { zoneOf } from "../../zones.ts";

/** A certificate of AWS is proved by a record in one of our zones. */
export const certificatesAreProved: Check = function* (environment) {
  for (const { name, at, issuer, hosts } of environment.certificates) {
    const served = environment.loadBalancers.some(({ certificate }) => certificate?.name === name);
    if (issuer.value !== "provider" && served) yield diagnose("aws-issuer", [...at, "issuer"], { certificate: name });
    if (issuer.value !== "provider") continue;
    for (const host of hosts)
      if (isLiteral(host) && zoneOf(environment, host) === undefined)
        yield diagnose("aws-host-outside-zones", at, { host: literal(host).value, certificate: name });
  }
};
