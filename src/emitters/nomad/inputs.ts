import type { Environment } from "../../compiler/environment/environment.ts";
import type { Located } from "../../compiler/environment/located.ts";
import type { Variable } from "../../compiler/environment/variable.ts";
import { by } from "../../compiler/rules.ts";
import { type Block, because, block, call, type Expression, operation, reference } from "../../formats/hcl/tree.ts";
import { traced } from "../../formats/origin.ts";
import { referencesIn } from "./references.ts";

const BUILD = {
  commit: "Commit that the pipeline builds",
  branch: "Branch that the pipeline builds",
  tag: "Tag that the pipeline builds",
} as const;

/** The inputs that a job reads, as `nomad job run -var` sets them. */
export function inputs(environment: Environment, app: Located, job: Block): readonly Block[] {
  const read = referencesIn(job);
  const builds = (["branch", "commit", "tag"] as const).filter((attribute) => read.has(`var.build_${attribute}`));
  return [
    ...builds.map((attribute) => buildInput(app, attribute)),
    ...environment.variables.filter(({ name }) => read.has(`var.${name}`)).map(variableInput),
  ];
}

const buildInput = (app: Located, attribute: keyof typeof BUILD): Block =>
  because(
    [by("nomad-build-input", app.at)],
    block(["variable", `build_${attribute}`], { type: reference("string"), description: BUILD[attribute] }),
  );

function variableInput(variable: Variable): Block {
  const { name, type, description, value, at } = variable;
  const attributes = { type: reference(type), description, default: value };
  return because([{ at }], block(["variable", name], attributes, validation(variable)));
}

/** Nomad wants its messages to be sentences. */
function validation({ name, pattern, min, max, at }: Variable): readonly Block[] {
  const value = reference(`var.${name}`);
  if (pattern !== undefined) return [rule(matches(value, pattern, [...at, "pattern"]), `Must match ${pattern}.`)];
  if (min !== undefined && max !== undefined) {
    return [rule(operation`${value} >= ${min} && ${value} <= ${max}`, `Must be from ${min} to ${max}.`)];
  }
  if (min !== undefined) return [rule(operation`${value} >= ${min}`, `Must be at least ${min}.`)];
  return max === undefined ? [] : [rule(operation`${value} <= ${max}`, `Must be at most ${max}.`)];
}

const rule = (condition: Expression, message: string): Block =>
  block(["validation"], { condition, error_message: message });

/** A dot after each match makes any match show, the empty one too. */
const matches = (value: Expression, pattern: string, at: Variable["at"]): Expression =>
  traced(operation`${call("regex_replace", value, pattern, "$0.")} != ${value}`, by("nomad-no-regex", at), { at });
