import { diagnose } from "../../../compiler/diagnostics/diagnostic.ts";
import type { Check } from "../../../compiler/emitter.ts";
import type { App } from "../../../compiler/environment/app.ts";
import type { BuildReference } from "../../../compiler/environment/text.ts";
import { itemKey, itemsOf, sourceOf } from "../../parts/nomad-item.ts";
import { jobTexts } from "../texts.ts";

/** A secret and an attribute may have the same name in the Nomad variable of a job. */
export const itemNames: Check = function* (environment) {
  for (const app of environment.apps) {
    const owners = new Map<string, string>();
    for (const item of itemsOf(environment, app)) {
      const [name, second] = [itemKey(item), sourceOf(item)];
      const first = owners.get(name) ?? second;
      owners.set(name, first);
      if (first !== second) yield diagnose("nomad-name-taken", [...app.at, "env"], { name, first, second });
    }
  }
};

/** A var may be called like an input that stands for what the pipeline builds. */
export const inputNames: Check = function* ({ apps, variables }) {
  const builds = new Set(apps.flatMap(buildAttributes));
  for (const attribute of builds) {
    const name = `build_${attribute}`;
    const variable = variables.find((candidate) => candidate.name === name);
    if (variable === undefined) continue;
    yield diagnose("nomad-name-taken", variable.at, {
      name,
      first: `\${vars.${name}}`,
      second: `\${build.${attribute}}`,
    });
  }
};

const buildAttributes = (app: App): readonly BuildReference["attribute"][] =>
  [...jobTexts(app), ...app.env].flatMap(({ value }) =>
    value.parts.flatMap((part) => (typeof part === "object" && part.kind === "build" ? [part.attribute] : [])),
  );
