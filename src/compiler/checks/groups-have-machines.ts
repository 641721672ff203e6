import { diagnose } from "../diagnostics/diagnostic.ts";
import type { Check } from "../emitter.ts";
import type { App } from "../environment/app.ts";
import { placeOf } from "../environment/written.ts";

/** Without machines the apps of a group run nowhere, and no load ever asks for more. */
export const groupsHaveMachines: Check = function* ({ apps, instances }) {
  const residents = residentsOf(apps);
  for (const { name, count, scaling } of instances) {
    const number = scaling?.min ?? count;
    const idle = residents.get(name) ?? [];
    if (number.value === 0 && idle.length > 0)
      yield diagnose("group-without-machines", placeOf(number), { apps: idle.map((app) => `apps.${app.name}`) });
  }
};

function residentsOf(apps: readonly App[]): ReadonlyMap<string, readonly App[]> {
  const byGroup = new Map<string, App[]>();
  for (const app of apps) {
    const name = app.runsOn?.name ?? "";
    const group = byGroup.get(name);
    if (group === undefined) byGroup.set(name, [app]);
    else group.push(app);
  }
  return byGroup;
}
