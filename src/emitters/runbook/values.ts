import type { Environment } from "../../compiler/environment/environment.ts";
import type { Secret } from "../../compiler/environment/secret.ts";
import type { AttributeReference, BuildReference, Part } from "../../compiler/environment/text.ts";
import { by } from "../../compiler/rules.ts";
import { traced } from "../../formats/origin.ts";
import type { TemplateValue } from "../../formats/text/template.ts";
import { fixedTexts } from "../parts/fixed-texts.ts";
import { generator, secretOutput, sharedSecrets } from "../parts/generated-secrets.ts";
import { outputName } from "../parts/output-name.ts";
import { inputsOf } from "./inputs.ts";
import { type HeldSecret, heldSecrets, neededAttributes, variableOf } from "./late-bound.ts";
import { selects } from "./selects.ts";

/** What the scripts read before they do anything: the deployer's environment, and Terraform's outputs. */
export const valuesView = (environment: Environment): { readonly [name: string]: TemplateValue } => ({
  builds: readBuilds(environment).map((attribute) => ({
    ...inputNames(`build_${attribute}`),
    variable: buildVariable(attribute),
    git: askedOfGit[attribute],
  })),
  inputs: inputsOf(environment).map(({ variable: { name, value, at }, read, isKept }) =>
    traced<TemplateValue>(
      { ...inputNames(name), variable: read, value: String(value), isKept, isOwn: read === `TF_VAR_${name}` },
      { at },
    ),
  ),
  secrets: listed(heldSecrets(environment).map(secretView)),
  outputs: listed([
    ...neededAttributes(environment).map((reference) => outputView(environment, reference)),
    ...sharedSecrets(environment).map(secretOutputView),
  ]),
});

/** How git says what is built, where no pipeline does. */
const askedOfGit: Readonly<Record<BuildReference["attribute"], readonly string[]>> = {
  branch: ["rev-parse", "--abbrev-ref", "HEAD"],
  commit: ["rev-parse", "HEAD"],
  tag: ["describe", "--tags", "--exact-match"],
};

/** A list that a template finds false when it is empty. */
const listed = (values: readonly TemplateValue[]): TemplateValue => (values.length === 0 ? undefined : values);

/** How tools with inputs read one from their environment. */
const inputNames = (name: string) => ({ name, terraform: `TF_VAR_${name}`, nomad: `NOMAD_VAR_${name}` });

function secretView({ name, source, at }: HeldSecret): TemplateValue {
  const held = { ...inputNames(name), variable: variableOf({ kind: "secret", name }) };
  switch (source.kind) {
    case "env":
      return traced<TemplateValue>({ ...held, env: source.variable }, { at });
    case "file":
      return traced<TemplateValue>({ ...held, ...fileView(source.path) }, { at });
    case "vault":
      return traced<TemplateValue>({ ...held, vault: source.path }, { at });
    case "generate":
      return traced<TemplateValue>({ ...held, generate: generator(source) }, { at }, by("runbook-generated", at));
  }
}

const fileView = (path: string): { readonly [name: string]: string } =>
  path.startsWith("/") ? { file: path } : { source: path };

function outputView(environment: Environment, reference: AttributeReference): TemplateValue {
  const name = outputName(reference);
  const at = [reference.section, reference.name];
  const isList = reference.section === "instances";
  return traced<TemplateValue>(
    { name, variable: variableOf(reference), isList, env: toldBy(environment, reference) },
    by("runbook-values", at),
  );
}

const secretOutputView = (secret: Secret): TemplateValue =>
  traced<TemplateValue>(
    { name: secretOutput(secret), variable: variableOf({ kind: "secret", name: secret.name }) },
    by("runbook-values", secret.at),
  );

/** Without Terraform somebody else has made it, and tells by this variable. */
export const toldBy = (environment: Environment, reference: AttributeReference): string | undefined =>
  selects(environment, "terraform") ? undefined : outputName(reference).toUpperCase();

/** What the pipeline builds, as far as something asks for it. */
export function readBuilds({ apps, containerImages }: Environment): readonly BuildReference["attribute"][] {
  const texts = [
    ...apps.flatMap((app) => [...fixedTexts(app), ...app.env].map(({ value }) => value)),
    ...containerImages.map(({ reference }) => reference),
  ];
  const read = new Set(texts.flatMap(({ parts }) => parts.filter(isBuild)).map(({ attribute }) => attribute));
  return [...read].sort();
}

export const buildVariable = (attribute: BuildReference["attribute"]): string => `BUILD_${attribute.toUpperCase()}`;

const isBuild = (part: Part): part is BuildReference => typeof part === "object" && part.kind === "build";
