import { diagnose } from "../diagnostics/diagnostic.ts";
import type { Check } from "../emitter.ts";
import type { Environment } from "../environment/environment.ts";
import { isWritten, placeOf } from "../environment/written.ts";

/** Targets that make machines and put on each what is to run there. */
const machineMakers: ReadonlySet<string> = new Set(["terraform", "packer", "ansible", "vagrant"]);

/** Without a runtime nobody spreads copies: each machine of a group runs one. */
export const copiesFitMachines: Check = function* (environment) {
  if (hasRuntime(environment)) return;
  for (const { kind, replicas, runsOn } of environment.apps) {
    if (kind.value !== "service" || runsOn === undefined || !isWritten(replicas)) continue;
    const [least, most] = [runsOn.scaling?.min ?? runsOn.count, runsOn.scaling?.max ?? runsOn.count];
    if (replicas.value >= least.value && replicas.value <= most.value) continue;
    const params = { replicas: replicas.value, group: runsOn.name, machines: least.value };
    yield diagnose("copies-by-machines", placeOf(replicas), params, [
      { place: { at: placeOf(least) }, message: "so many machines" },
    ]);
  }
};

const hasRuntime = ({ targets }: Environment): boolean => targets.some(({ value }) => !machineMakers.has(value));
