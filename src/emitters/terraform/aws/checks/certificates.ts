import { diagnose } from "../../../../compiler/diagnostics/diagnostic.ts";
import type { Check } from "../../../../compiler/emitter.ts";

/** Nobody could renew a certificate of Let's Encrypt at a balancer of AWS. */
export const issuersAreServed: Check = function* ({ certificates, loadBalancers }) {
  for (const { name, at, issuer } of certificates) {
    const served = loadBalancers.some(({ certificate }) => certificate?.name === name);
    if (issuer.value !== "provider" && served) yield diagnose("aws-issuer", [...at, "issuer"], { certificate: name });
  }
};
