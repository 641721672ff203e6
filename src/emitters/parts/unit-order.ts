import type { Environment } from "../../compiler/environment/environment.ts";
import type { MachineApp } from "../../compiler/environment/machine-app.ts";
import { derive } from "../../formats/origin.ts";
import { type Directive, directive } from "../../formats/unit/tree.ts";
import { appsOn } from "./app-settings.ts";
import { unitName } from "./machine-paths.ts";

/** Only apps of the same machine can be waited for, and no job that is started by its timer. */
export function besideDirectives(environment: Environment, app: MachineApp): readonly Directive[] {
  const beside = new Map(
    appsOn(environment, app.runsOn ?? app)
      .filter(({ schedule }) => schedule === undefined)
      .map((other) => [`apps.${other.name}`, unitName(environment, other)]),
  );
  return app.dependsOn.flatMap((dependency) => {
    const other = beside.get(dependency.value);
    if (other === undefined) return [];
    const value = derive(dependency, () => other);
    return [directive("After", value), directive("Wants", value)];
  });
}
