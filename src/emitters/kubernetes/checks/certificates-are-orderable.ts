import { diagnose } from "../../../compiler/diagnostics/diagnostic.ts";
import type { Check } from "../../../compiler/emitter.ts";
import { isLiteral, literal } from "../../../compiler/environment/text.ts";
import { orderedCertificates } from "../certificate.ts";

/** A wildcard is proven through DNS alone, and the challenge here is one over HTTP. */
export const certificatesAreOrderable: Check = function* (environment) {
  for (const { name, at, hosts } of orderedCertificates(environment)) {
    for (const host of hosts.filter(isLiteral).map((text) => literal(text).value))
      if (host.startsWith("*.")) yield diagnose("kubernetes-wildcard-certificate", at, { host, certificate: name });
  }
};
