import { type Diagnostic, diagnose } from "../../../compiler/diagnostics/diagnostic.ts";
import type { Check } from "../../../compiler/emitter.ts";
import type { App } from "../../../compiler/environment/app.ts";
import type { Environment } from "../../../compiler/environment/environment.ts";
import type { Part, Reference, Text } from "../../../compiler/environment/text.ts";
import type { SpecPath } from "../../../formats/origin.ts";
import { expand } from "../../parts/expand.ts";
import { fixedTexts } from "../../parts/fixed-texts.ts";
import { isAppAddress, isDeployedPart } from "../../parts/fleet-settings.ts";
import { isRegistered } from "../../parts/fleet-unit-names.ts";
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
    const problem = problemOf(environment, app, reference);
    if (problem !== undefined) yield diagnose("fleet-no-value", at, { source: referenceName(reference), problem });
  }
}

const referencesOf = (environment: Environment, app: App, value: Text): readonly Reference[] =>
  expand(environment, app, value).parts.filter((part: Part) => typeof part !== "string");

function problemOf({ apps }: Environment, app: App, reference: Reference): string | undefined {
  if (reference.kind === "build") return "a unit has no inputs that a pipeline could give";
  if (reference.kind === "self") return problemOfSelf(app, reference.attribute);
  if (reference.kind !== "attribute" || reference.section !== "apps") return undefined;
  if (!isAppAddress(reference)) return `\`${reference.name}\` has no route`;
  const other = apps.find(({ name }) => name === reference.name);
  return other === undefined || isRegistered(other) ? undefined : `nothing calls \`${reference.name}\` on a port`;
}

function problemOfSelf({ kind }: App, attribute: string): string | undefined {
  if (attribute === "zone") return "a machine of fleet does not know its zone";
  return attribute === "index" && kind.value === "daemon" ? "fleet does not number the copies of a daemon" : undefined;
}
