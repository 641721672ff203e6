import type { Diagnostic } from "../../../compiler/diagnostics/diagnostic.ts";
import { diagnose } from "../../../compiler/diagnostics/diagnostic.ts";
import type { Check } from "../../../compiler/emitter.ts";
import type { App } from "../../../compiler/environment/app.ts";
import type { Environment } from "../../../compiler/environment/environment.ts";
import type { SelfReference, Text } from "../../../compiler/environment/text.ts";
import type { SpecPath } from "../../../formats/origin.ts";
import { expand } from "../../parts/expand.ts";
import { firstIndex, selfName } from "../runtime.ts";
import { jobTexts } from "../texts.ts";

/** Of what `self` is, a copy knows only what its client tells it. */
export const selfReferences: Check = function* (environment) {
  for (const app of environment.apps) {
    for (const { at, value } of jobTexts(app)) yield* findings(environment, app, at, value, false);
    for (const { at, value } of app.env) yield* findings(environment, app, at, value, true);
  }
};

function* findings(
  environment: Environment,
  app: App,
  at: SpecPath,
  value: Text,
  isEnv: boolean,
): Iterable<Diagnostic> {
  for (const attribute of selfAttributes(expand(environment, app, value))) {
    if (attribute === "index") {
      const problem = indexProblem(app, isEnv);
      if (problem !== undefined) yield diagnose("nomad-index", at, { problem });
    } else if (attribute !== "name" && selfName(environment, attribute) === undefined) {
      yield diagnose("nomad-zone", at, {});
    }
  }
}

const selfAttributes = ({ parts }: Text): ReadonlySet<SelfReference["attribute"]> =>
  new Set(parts.flatMap((part) => (typeof part === "object" && part.kind === "self" ? [part.attribute] : [])));

function indexProblem(app: App, isEnv: boolean): string | undefined {
  if (app.kind.value === "daemon") return "Nomad does not number the copies of a daemon";
  const first = firstIndex(app);
  return isEnv || first === 0 ? undefined : `Nomad counts from 0, and the copies are counted from ${first}`;
}
