import { diagnose } from "../../../compiler/diagnostics/diagnostic.ts";
import type { Check } from "../../../compiler/emitter.ts";
import type { Environment } from "../../../compiler/environment/environment.ts";
import type { BuildReference, Text } from "../../../compiler/environment/text.ts";
import { referenceName } from "../../parts/reference-name.ts";
import { buildVariable } from "../lower.ts";
import { deployedTexts, machineContainers } from "../texts.ts";
import { isInput } from "../variables.ts";

/** Vars, secrets that somebody hands in and what a pipeline has built are variables of one module. */
export const inputNames: Check = function* (environment) {
  const vars = new Set(environment.variables.map(({ name }) => name));
  const builds = new Map(buildsIn(environment).map((part) => [buildVariable(part.attribute), referenceName(part)]));
  for (const { name, at, source } of environment.secrets) {
    const second = `\${secrets.${name}}`;
    const first = builds.get(name) ?? (vars.has(name) ? `\${vars.${name}}` : undefined);
    if (first !== undefined && isInput(source.kind))
      yield diagnose("terraform-name-taken", at, { name, first, second });
  }
  for (const { name, at } of environment.variables) {
    const first = builds.get(name);
    if (first !== undefined) yield diagnose("terraform-name-taken", at, { name, first, second: `\${vars.${name}}` });
  }
};

const buildsIn = (environment: Environment): readonly BuildReference[] =>
  [
    ...machineContainers(environment).map(({ image }) => image),
    ...deployedTexts(environment).map(({ text }) => text),
  ].flatMap(buildParts);

const buildParts = ({ parts }: Text): readonly BuildReference[] =>
  parts.filter((part): part is BuildReference => typeof part !== "string" && part.kind === "build");

/** Terraform makes passwords; other forms would have to be made with another provider. */
export const secretForms: Check = function* (environment) {
  const read = new Set(deployedTexts(environment).flatMap(({ text }) => secretNames(text)));
  for (const { name, at, source } of environment.secrets) {
    if (source.kind === "generate" && source.form !== "random" && read.has(name))
      yield diagnose("terraform-secret-form", at, { secret: name, form: source.form });
  }
};

const secretNames = ({ parts }: Text): readonly string[] =>
  parts.flatMap((part) => (typeof part !== "string" && part.kind === "secret" ? [part.name] : []));
