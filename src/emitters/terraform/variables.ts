import type { Environment } from "../../compiler/environment/environment.ts";
import type { Secret } from "../../compiler/environment/secret.ts";
import type { Variable } from "../../compiler/environment/variable.ts";
import { by } from "../../compiler/rules.ts";
import { type Block, because, block, call, type Expression, operation, reference } from "../../formats/hcl/tree.ts";
import { ORIGINS, traced } from "../../formats/origin.ts";
import { buildVariable } from "./lower.ts";

/** The inputs that the module reads: vars of the spec, secrets that the deploying process holds, what a pipeline built. */
export const variableBlocks = (environment: Environment, used: ReadonlySet<string>): readonly Block[] => [
  ...environment.variables.filter(({ name }) => used.has(name)).map(variableBlock),
  ...environment.secrets.filter(({ name, source }) => used.has(name) && isInput(source.kind)).map(secretBlock),
  ...buildAttributes
    .filter((attribute) => used.has(buildVariable(attribute)))
    .map((attribute) => because(environment.name[ORIGINS], buildBlock(attribute))),
];

const buildAttributes = ["commit", "branch", "tag"] as const;

/** Whether the deploying process hands a secret in. */
export const isInput = (kind: Secret["source"]["kind"]): boolean =>
  kind === "env" || kind === "file" || kind === "vault";

const typeOf = (type: Variable["type"]): Expression => reference(type);

const variableBlock = (variable: Variable): Block =>
  because(
    [{ at: variable.at }],
    block(
      ["variable", variable.name],
      { description: descriptionOf(variable), type: typeOf(variable.type), default: defaultOf(variable) },
      validations(variable),
    ),
  );

/** What the environment hands in by Terraform's own name has no other value. */
const defaultOf = (variable: Variable): Expression | undefined => (isHandedIn(variable) ? undefined : variable.value);

export const isHandedIn = ({ name, env }: Variable): boolean => env === `TF_VAR_${name}`;

const descriptionOf = ({ name, description, at }: Variable): Expression =>
  description ?? traced(`Value of \`vars.${name}\` in the spec.`, by("variable-description", at));

function validations({ name, pattern, min, max }: Variable): readonly Block[] {
  const value = reference(`var.${name}`);
  return [
    ...(pattern === undefined
      ? []
      : [validation(call("can", call("regex", pattern, value)), `The value of ${name} must match ${pattern}.`)]),
    ...(min === undefined
      ? []
      : [validation(operation`${value} >= ${min}`, `The value of ${name} must be at least ${min}.`)]),
    ...(max === undefined
      ? []
      : [validation(operation`${value} <= ${max}`, `The value of ${name} must be at most ${max}.`)]),
  ];
}

const validation = (condition: Expression, message: string): Block =>
  block(["validation"], { condition, error_message: message });

const secretBlock = (secret: Secret): Block =>
  because(
    [{ at: secret.at }],
    block(["variable", secret.name], { description: describe(secret), type: typeOf("string"), sensitive: true }),
  );

function describe({ name, description, source }: Secret): string {
  const give = `Set TF_VAR_${name} to ${holder(source)}.`;
  if (description === undefined) return give;
  return `${description.replace(/\.?$/, ".")} ${give}`;
}

function holder(source: Secret["source"]): string {
  if (source.kind === "env") return `what ${source.variable} holds`;
  if (source.kind === "file") return `the content of ${source.path}`;
  return source.kind === "vault" ? `the secret that Vault keeps at ${source.path}` : "its value";
}

const buildBlock = (attribute: "commit" | "branch" | "tag"): Block =>
  block(["variable", buildVariable(attribute)], {
    description: `The ${attribute} of what the pipeline builds.`,
    type: typeOf("string"),
  });
