import { diagnose } from "../diagnostics/diagnostic.ts";
import type { Check } from "../emitter.ts";
import { placeOf } from "../environment/written.ts";

/** Half of all ports: nobody has that many services. */
const MANY = 2 ** 15;

/** A network that lets everything through makes one taken machine all of them. */
export const networksAreNotOpen: Check = function* ({ firewall }) {
  for (const { name, from, allow } of firewall) {
    const range = allow.find(({ value }) => value.to - value.from >= MANY);
    if (range === undefined || !from.some(({ value }) => value.kind === "internal")) continue;
    yield diagnose("network-wide-open", placeOf(range), { rule: name });
  }
};
