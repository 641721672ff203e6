import type { Environment } from "../../src/compiler/environment/environment.ts";
import { componentOf, hasComponents } from "../../src/compiler/layout.ts";
import { emitters } from "../../src/emitters/index.ts";
import type { HclDocument } from "../../src/formats/hcl/tree.ts";

/** The HCL documents of one target, before they are printed, but those of modules below its own. */
export const documentsOf = (environment: Environment, target: string): readonly HclDocument[] =>
  modulesOf(environment, target).get("") ?? [];

/** The same with those of modules, by the folder of each, and of the component where there are some. */
export function modulesOf(environment: Environment, target: string): ReadonlyMap<string, readonly HclDocument[]> {
  const modules = new Map<string, HclDocument[]>();
  for (const { path, at, document } of emitters
    .filter((emitter) => emitter.target === target)
    .flatMap((emitter) => emitter.emit(environment))) {
    if (document.format !== "hcl") continue;
    const below = /^modules\/[^/]+/.exec(path)?.[0] ?? "";
    const folder = hasComponents(environment) ? `${componentOf(environment, at)}/${below}` : below;
    modules.set(folder, [...(modules.get(folder) ?? []), document]);
  }
  return modules;
}
