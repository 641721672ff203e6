import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.ts";
import { holdsSecret, text } from "../environment/text.ts";
import { dereference } from "./dereference.ts";
import type { Scope } from "./expansion.ts";
import { isMap } from "./layer.ts";

/** `from: database.main.password` is a reference without its `${}`; what it names must be of type secret. */
export function secretAttributeFindings(scope: Scope): readonly Diagnostic[] {
  const secrets = isMap(scope.root.secrets) ? scope.root.secrets : {};
  return Object.entries(secrets).flatMap(([name, secret]) => {
    const source = isMap(secret) ? secret.from : undefined;
    if (typeof source !== "string" || source.split(".").length !== 3) return [];
    const at = ["secrets", name, "from"];
    const expansion = dereference({ path: source.split("."), source, at }, scope);
    if (expansion === undefined || holdsSecret(text(expansion.parts, []))) return [];
    return [diagnose("secret-attribute", { at }, { source })];
  });
}
