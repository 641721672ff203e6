import { diagnose } from "../../../compiler/diagnostics/diagnostic.ts";
import type { Check } from "../../../compiler/emitter.ts";
import { isLiteral, literal } from "../../../compiler/environment/text.ts";
import { ORIGINS } from "../../../formats/origin.ts";

const label = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?";
const dnsName = new RegExp(`^(?:\\*\\.)?${label}(?:\\.${label})*$`);

/** The API server refuses other hosts, and an address is no name. */
export const hostsAreDnsNames: Check = function* ({ apps }) {
  for (const { host } of apps.flatMap(({ routes }) => routes).filter((route) => isLiteral(route.host))) {
    const { value } = literal(host);
    if (!dnsName.test(value) || value.length > 253)
      yield diagnose("kubernetes-host", host[ORIGINS].at(-1)?.at ?? [], { host: value });
  }
};
