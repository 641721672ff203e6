import { type Diagnostic, diagnose } from "../../../compiler/diagnostics/diagnostic.ts";
import type { Check } from "../../../compiler/emitter.ts";
import type { App } from "../../../compiler/environment/app.ts";
import type { Environment } from "../../../compiler/environment/environment.ts";
import type { Part, Reference, Text } from "../../../compiler/environment/text.ts";
import type { SpecPath } from "../../../formats/origin.ts";
import { expand } from "../../parts/expand.ts";
import { fixedTexts } from "../../parts/fixed-texts.ts";
import { isAppAddress, isDeployedPart } from "../../parts/fleet-settings.ts";
import { referenceName } from "../../parts/reference-name.ts";

/** A unit has a place for what the machine knows, and its environment one for what the deployment knows. */
export const textsHaveValues: Check = function* (environment) {
  for (const app of environment.apps) {
    for (const { field, at, value } of fixedTexts(app)) {
      yield* lateFindings(environment, app, at, field, value);
      yield* valueFindings(environment, app, at, value);
    }
    for (const { at, value } of app.env) yield* valueFindings(environment, app, at, value);
  }
};

function* lateFindings(
  environment: Environment,
  app: App,
  at: SpecPath,
  field: string,
  value: Text,
): Iterable<Diagnostic> {
  for (const reference of referencesOf(environment, app, value))
    if (isDeployedPart(reference) || isAppAddress(reference))
      yield diagnose("fleet-late-bound", at, { source: referenceName(reference), field });
}

function* valueFindings(environment: Environment, app: App, at: SpecPath, value: Text): Iterable<Diagnostic> {
  for (const reference of referencesOf(environment, app, value)) {
    const problem = problemOf(app, reference);
    if (problem !== undefined) yield diagnose("fleet-no-value", at, { source: referenceName(reference), problem });
  }
}

const referencesOf = (environment: Environment, app: App, value: Text): readonly Reference[] =>
  expand(environment, app, value).parts.filter((part: Part) => typeof part !== "string");

/** Who calls an app that answers nobody has heard of it before. */
function problemOf({ kind }: App, reference: Reference): string | undefined {
  if (reference.kind === "build") return "a unit has no inputs that a pipeline could give";
  if (reference.kind !== "self") return undefined;
  if (reference.attribute === "zone") return "a machine of fleet does not know its zone";
  const isUncounted = reference.attribute === "index" && kind.value === "daemon";
  return isUncounted ? "fleet does not number the copies of a daemon" : undefined;
}
