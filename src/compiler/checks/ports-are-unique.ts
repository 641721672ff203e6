import { diagnose } from "../diagnostics/diagnostic.ts";
import type { Check } from "../emitter.ts";
import { type MachineApp, processesOf } from "../environment/machine-app.ts";

/** Apps of one group share its machines' network, so a port serves only one of them. */
export const portsAreUnique: Check = function* (environment) {
  const owners = new Map<string, MachineApp>();
  for (const app of processesOf(environment)) {
    if (app.port === undefined || app.runsOn === undefined) continue;
    const slot = `${app.runsOn.name}:${app.port.value}`;
    const owner = owners.get(slot);
    if (owner === undefined) {
      owners.set(slot, app);
      continue;
    }
    yield diagnose("port-taken", [...app.at, "port"], { port: app.port.value, owner: owner.name }, [
      { place: { at: [...owner.at, "port"] }, message: "taken here" },
    ]);
  }
};
