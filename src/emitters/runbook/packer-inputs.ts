import type { Environment } from "../../compiler/environment/environment.ts";
import type { ContainerImage, MachineImage } from "../../compiler/environment/image.ts";
import { holdsSecret, type Part, type Text, text } from "../../compiler/environment/text.ts";
import { filled, type TemplateDocument, type TemplateValue } from "../../formats/text/template.ts";
import { inputVariable } from "./inputs.ts";
import { jqObject, jqValue } from "./jq.ts";
import { buildVariable } from "./values.ts";
import { word } from "./word.ts";
import { wordSh } from "./templates.gen.ts";

type Image = MachineImage | ContainerImage;

/** What a template of Packer is given: it reads no variable of the environment but for defaults. */
export function packerInputs(environment: Environment, image: Image): readonly TemplateValue[] {
  const parts = textsOf(environment, image).flatMap((each) => each.parts);
  const context =
    "reference" in image && image.build !== undefined
      ? [{ name: "context", value: sources(image.build.context.value) }]
      : [];
  const given = new Map(parts.flatMap((part) => inputOf(environment, part)));
  return [...context, ...[...given].map(([name, value]) => ({ name, value }))] as readonly TemplateValue[];
}

/** A program for jq that says the secrets which a template reads and the environment does not hold by their own names. */
export function packerSecrets(environment: Environment, image: Image): string | undefined {
  const names = new Set(textsOf(environment, image).flatMap(({ parts }) => parts.flatMap(secretName)));
  const held = environment.secrets.filter(({ name, source }) => names.has(name) && source.kind !== "env");
  return held.length === 0 ? undefined : jqObject(held.map(({ name }) => [name, jqValue({ kind: "secret", name })]));
}

/** Whether a build signs in with a secret: to the provider, or to a registry. */
export const readsSecrets = (environment: Environment, image: Image): boolean =>
  [
    ...textsOf(environment, image),
    ...("reference" in image ? [] : [environment.provider?.credentials ?? []].flat()),
  ].some(holdsSecret);

const sources = (context: string): TemplateDocument =>
  filled(wordSh, { parts: [{ variable: "SOURCES" }, { text: `/${context}` }] });

const secretName = (part: Part): readonly string[] =>
  typeof part === "object" && part.kind === "secret" ? [part.name] : [];

function inputOf(environment: Environment, part: Part): readonly (readonly [string, TemplateDocument])[] {
  if (typeof part === "string") return [];
  if (part.kind === "build")
    return [[`build_${part.attribute}`, filled(wordSh, { parts: [{ variable: buildVariable(part.attribute) }] })]];
  if (part.kind !== "variable" || inputVariable(environment, part.name) === undefined) return [];
  return [[part.name, word(environment, text([part], []))]];
}

/** The texts that stand in a template. */
function textsOf({ provider }: Environment, image: Image): readonly Text[] {
  if (!("reference" in image)) return provider === undefined ? [] : [provider.region];
  const login = image.registry?.login;
  const enabled = login?.enabled;
  const decided =
    enabled?.variable === undefined
      ? []
      : [text([{ kind: "variable", name: enabled.variable, value: String(enabled.value) }], [])];
  return [image.reference, ...[login?.user, login?.password].flatMap((each) => each ?? []), ...decided];
}
