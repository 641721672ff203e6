import { diagnose } from "../../../compiler/diagnostics/diagnostic.ts";
import type { Check } from "../../../compiler/emitter.ts";
import { isLiteral } from "../../../compiler/environment/text.ts";
import { fixedAddress, serversOf } from "../names.ts";

/** A zone's file holds names and addresses as they are, and its server is found at a fixed one. */
export const recordsAreServed: Check = function* (environment) {
  for (const zone of environment.bindZones) {
    const servers = serversOf(environment, zone);
    if (!servers.some((group) => fixedAddress(group) !== undefined))
      yield diagnose("bind-server", zone.at, { domain: zone.name });
    for (const { at, values } of zone.records) if (!values.every(isLiteral)) yield diagnose("bind-value", at, {});
  }
};
