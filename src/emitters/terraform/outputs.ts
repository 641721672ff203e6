import type { Environment } from "../../compiler/environment/environment.ts";
import type { Output } from "../../compiler/environment/output.ts";
import type { Secret } from "../../compiler/environment/secret.ts";
import { type AttributeReference, holdsSecret, type Part, type Text, text } from "../../compiler/environment/text.ts";
import { by } from "../../compiler/rules.ts";
import { type Block, because, block } from "../../formats/hcl/tree.ts";
import { secretOutput, sharedSecrets } from "../parts/generated-secrets.ts";
import { operatedValue } from "../parts/operated-databases.ts";
import { outputName } from "../parts/output-name.ts";
import { attributeSentence } from "./attribute-sentences.ts";
import { type Lowering, lowerValue } from "./lower.ts";

/** The outputs of the spec, and those that other targets of the environment must be given. */
export const outputBlocks = (lowering: Lowering): readonly Block[] => [
  ...lowering.environment.outputs.map((output) => outputBlock(lowering, output)),
  ...runtimeInputs(lowering.environment).map(({ name, reference, at }) =>
    because(
      [by("runtime-inputs", at)],
      body(lowering, name, text([reference], [by("runtime-inputs", at)]), attributeSentence(reference)),
    ),
  ),
  ...secretInputs(lowering.environment).map((secret) => secretBlock(lowering, secret)),
];

/** Secrets that Terraform makes and apps read. */
const secretInputs = (environment: Environment): readonly Secret[] =>
  hasRuntime(environment) ? sharedSecrets(environment) : [];

const secretBlock = (lowering: Lowering, secret: Secret): Block => {
  const reasons = [by("runtime-inputs", secret.at)];
  const value = text([{ kind: "secret", name: secret.name }], reasons);
  return because(reasons, body(lowering, secretOutput(secret), value, secret.description));
};

const outputBlock = (lowering: Lowering, { name, value, at }: Output): Block =>
  because([{ at }], body(lowering, name, value, sentenceOf(value)));

const body = (lowering: Lowering, name: string, value: Text, description: string | undefined): Block =>
  block(["output", name], {
    description,
    value: lowerValue(lowering, value),
    sensitive: holdsSecret(value) ? true : undefined,
  });

function sentenceOf({ parts }: Text): string | undefined {
  const attributes = parts.filter(isAttribute);
  return parts.length === 1 && attributes[0] !== undefined ? attributeSentence(attributes[0]) : undefined;
}

const isAttribute = (part: Part): part is AttributeReference => typeof part === "object" && part.kind === "attribute";

interface RuntimeInput {
  readonly name: string;
  readonly reference: AttributeReference;
  readonly at: Output["at"];
}

/** What Terraform alone knows: runtimes find apps by themselves. */
const ownSections: readonly string[] = ["database", "instances", "loadBalancer"];

const runtimes: readonly string[] = ["nomad", "fleet", "kubernetes"];

const hasRuntime = ({ targets }: Pick<Environment, "targets">): boolean =>
  targets.some(({ value }) => runtimes.includes(value));

/** What apps read, when another target of the environment runs them too; an output of the spec by that name comes first. */
function runtimeInputs(environment: Environment): readonly RuntimeInput[] {
  const { apps, outputs, secrets } = environment;
  if (!hasRuntime(environment)) return [];
  const taken = new Set(outputs.map(({ name }) => name));
  const read = apps.flatMap(({ env }) =>
    env.flatMap(({ value, at }) =>
      attributesOf(value, secrets)
        .filter((reference) => operatedValue(environment, reference) === undefined)
        .map((reference) => ({ reference, at })),
    ),
  );
  const byName = new Map(read.reverse().map((input) => [outputName(input.reference), input]));
  return [...byName]
    .filter(([name]) => !taken.has(name))
    .map(([name, input]) => ({ name, ...input }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

function attributesOf({ parts }: Text, secrets: Environment["secrets"]): readonly AttributeReference[] {
  return parts.flatMap((part) => {
    if (typeof part === "string") return [];
    if (part.kind === "attribute") return ownSections.includes(part.section) ? [part] : [];
    const source = part.kind === "secret" ? secrets.find(({ name }) => name === part.name)?.source : undefined;
    return source?.kind === "from" || source?.kind === "template" ? attributesOf(source.text, secrets) : [];
  });
}
