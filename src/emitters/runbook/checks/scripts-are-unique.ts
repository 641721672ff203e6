import { type Diagnostic, diagnose } from "../../../compiler/diagnostics/diagnostic.ts";
import type { Environment } from "../../../compiler/environment/environment.ts";
import { scriptName } from "../../parts/script-name.ts";

/** What the scripts source themselves. */
const OWN = "values.sh";

/** Operations whose names differ in what a script's name does not say would overwrite each other. */
export function* scriptsAreUnique({ operations }: Environment): Iterable<Diagnostic> {
  const taken = new Map([[OWN, "what all scripts read"]]);
  for (const { name, at } of operations) {
    const script = scriptName(name);
    const owner = taken.get(script);
    if (owner !== undefined) yield diagnose("script-taken", { at, part: "key" }, { name, script, owner });
    taken.set(script, `\`${name}\``);
  }
}
