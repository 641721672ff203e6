import type { Environment } from "../../compiler/environment/environment.ts";
import type { Secret } from "../../compiler/environment/secret.ts";
import type { Part, Text } from "../../compiler/environment/text.ts";
import type { Variable } from "../../compiler/environment/variable.ts";
import { by } from "../../compiler/rules.ts";
import type { JsonNode } from "../../formats/json/tree.ts";
import { ORIGINS, type Traced, traced } from "../../formats/origin.ts";
import { joined } from "../parts/joined-parts.ts";
import type { PackedContainer } from "./container-images.ts";
import { containerTexts } from "./container-images.ts";

/** A text in the words of a template: what varies is a user variable. Checks have refused what Packer cannot know. */
export const lowerUser = (text: Text): Traced<string> =>
  traced(joined(text.parts).map(userWord).join(""), ...text[ORIGINS]);

export const userWord = (part: Part): string => {
  const name = nameOf(part);
  if (name !== undefined) return `{{user \`${name}\`}}`;
  if (typeof part === "string") return part;
  throw new Error(`a template has no expression for a late-bound ${part.kind}`);
};

/** The user variable that stands for a part. */
function nameOf(part: Part): string | undefined {
  if (typeof part === "string") return undefined;
  if (part.kind === "variable" || part.kind === "secret") return part.name;
  return part.kind === "build" ? `build_${part.attribute}` : undefined;
}

/** The variables and secrets that the template of a container image reads, in order of name. */
export function readBy(environment: Environment, image: PackedContainer): Read {
  const switched = image.registry?.login?.enabled.variable;
  const names = new Set([
    ...containerTexts(image).flatMap(([, text]) => text.parts.flatMap((part) => nameOf(part) ?? [])),
    ...(switched === undefined ? [] : [switched]),
  ]);
  const builds = (["branch", "commit", "tag"] as const).map((attribute) => `build_${attribute}`);
  return {
    variables: environment.variables.filter(({ name }) => names.has(name)),
    secrets: environment.secrets.filter(({ name }) => names.has(name)),
    builds: builds.filter((name) => names.has(name)),
  };
}

export interface Read {
  readonly variables: readonly Variable[];
  readonly secrets: readonly Secret[];
  readonly builds: readonly string[];
}

/** Packer reads the environment only for defaults of user variables; one that is null has to be given. */
export const userDefaults = (read: Read, image: PackedContainer): { readonly [name: string]: JsonNode } => ({
  ...Object.fromEntries(read.variables.map((variable) => [variable.name, variableDefault(variable)])),
  ...Object.fromEntries(read.builds.map((name) => [name, traced(null, by("packer-build-input", image.at))])),
  ...Object.fromEntries(read.secrets.map(({ name, source, at }) => [name, traced(secretDefault(source), { at })])),
});

const variableDefault = ({ value, at }: Variable): JsonNode => traced(String(value), { at });

const secretDefault = (source: Secret["source"]): string | null =>
  source.kind === "env" ? `{{env \`${source.variable}\`}}` : null;
