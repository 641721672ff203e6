import type { Environment } from "../../compiler/environment/environment.ts";
import type { MachineImage } from "../../compiler/environment/image.ts";
import type { ProviderKind } from "../../compiler/environment/provider.ts";
import { literal, type Part, type Text } from "../../compiler/environment/text.ts";
import { by } from "../../compiler/rules.ts";
import type { JsonNode } from "../../formats/json/tree.ts";
import { ORIGINS, traced } from "../../formats/origin.ts";

/** What varies from build to build, as `packer build -var` sets it: the vars of the spec that a template reads, and its own. */
export function userVariables({ provider, variables }: Environment, image: MachineImage): JsonNode {
  const read = provider?.region.parts.flatMap(nameOf) ?? [];
  const [sizeName, usual] = usualSize(provider?.kind.value);
  const used = variables.filter(({ name }) => read.includes(name));
  return {
    ...Object.fromEntries(used.map(({ name, value, at }) => [name, traced(String(value), { at })])),
    ...(provider === undefined || read.length > 0 ? {} : { region: literal(provider.region) }),
    [sizeName]: image.size === undefined ? traced(usual, by("packer-build-machine", image.at)) : literal(image.size),
  };
}

/** The variable for the size of a build machine, and the size that serves well. */
const usualSize = (kind: ProviderKind | undefined): readonly [name: string, size: string] =>
  kind === "digitalocean" ? ["size", "s-1vcpu-2gb"] : ["instance_type", "t3.small"];

/** The region of the build: an input, whether the spec reads it from a var or writes it. */
export const region = ({ provider }: Environment): JsonNode => {
  if (provider === undefined) return undefined;
  const { region: written } = provider;
  return isWritten(written) ? traced("{{user `region`}}", by("packer-input", provider.at)) : lower(written);
};

const isWritten = ({ parts }: Text): boolean => parts.flatMap(nameOf).length === 0;

const nameOf = (part: Part): readonly string[] =>
  typeof part === "object" && part.kind === "variable" ? [part.name] : [];

/** A text of the spec in Packer's words; checks have refused what it could take for its own, and what it cannot know. */
export const lower = (text: Text): JsonNode => traced(text.parts.map(lowerPart).join(""), ...text[ORIGINS]);

function lowerPart(part: Part): string {
  if (typeof part === "string") return part;
  if (part.kind === "variable") return `{{user \`${part.name}\`}}`;
  throw new Error(`a template has no expression for a late-bound ${part.kind}`);
}
