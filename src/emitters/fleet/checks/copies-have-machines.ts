import { diagnose } from "../../../compiler/diagnostics/diagnostic.ts";
import type { Check } from "../../../compiler/emitter.ts";
import { ORIGINS } from "../../../formats/origin.ts";
import { copiesOf } from "../../parts/fleet-unit-names.ts";

/** A machine runs one copy of a service, so a group that cannot grow far enough leaves some waiting. */
export const copiesHaveMachines: Check = function* ({ apps }) {
  for (const app of apps) {
    const { kind, runsOn, replicas, at } = app;
    if (kind.value !== "service" || runsOn === undefined) continue;
    const [copies, machines] = [copiesOf(app), (runsOn.scaling?.max ?? runsOn.count).value];
    if (copies > machines)
      yield diagnose("fleet-machines", replicas[ORIGINS][0]?.at ?? at, { copies, group: runsOn.name, machines });
  }
};
