import { diagnose } from "../../../compiler/diagnostics/diagnostic.ts";
import type { Check } from "../../../compiler/emitter.ts";
import { ORIGINS } from "../../../formats/origin.ts";
import { copiesOf } from "../../parts/fleet-unit-names.ts";

/** A machine runs one copy of a service, so a group that cannot grow far enough leaves some waiting. */
export const copiesHaveMachines: Check = function* ({ apps }) {
  for (const app of apps) {
    const { kind, runsOn, cluster, replicas, at } = app;
    const groups = runsOn === undefined ? (cluster?.nodes ?? []) : [runsOn];
    if (kind.value !== "service" || groups.length === 0) continue;
    const copies = copiesOf(app);
    const machines = groups.reduce((sum, group) => sum + (group.scaling?.max ?? group.count).value, 0);
    const group = groups.map(({ name }) => name).join(", ");
    if (copies > machines)
      yield diagnose("fleet-machines", replicas[ORIGINS][0]?.at ?? at, { copies, group, machines });
  }
};
