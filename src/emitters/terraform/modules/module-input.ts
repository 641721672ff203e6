import type { Environment } from "../../../compiler/environment/environment.ts";
import type { Located } from "../../../compiler/environment/located.ts";
import { type Block, because, block, type Expression, reference } from "../../../formats/hcl/tree.ts";
import type { Origins } from "../../../formats/origin.ts";
import { variableBlocks } from "../variables.ts";
import { namesBehind, referencesIn } from "../walk.ts";

/** A variable of a module, and what the root module gives it. */
export interface ModuleInput extends Located {
  readonly name: string;
  readonly description: string;
  readonly type: Expression;
  readonly value: Expression;
  readonly sensitive?: true;
}

const declaration = ({ name, description, type, sensitive, at }: ModuleInput): Block =>
  because([{ at }], block(["variable", name], { description, type, sensitive }));

/** The variables of a module: its own, and those of the spec that are read in it and handed on under their names. */
export function inputBlocks(
  environment: Environment,
  inputs: readonly ModuleInput[],
  blocks: readonly Block[],
): readonly Block[] {
  return [...inputs.map(declaration), ...handedOn(environment, inputs, blocks).map(withoutDefault)];
}

/** The variables of the spec that are read in a module. */
function handedOn(
  environment: Environment,
  inputs: readonly ModuleInput[],
  blocks: readonly Block[],
): readonly Block[] {
  const own = new Set(inputs.map(({ name }) => name));
  const read = [...namesBehind("var.", referencesIn(blocks))].filter((name) => !own.has(name));
  return variableBlocks(environment, new Set(read));
}

const withoutDefault = (of: Block): Block => ({ ...of, attributes: { ...of.attributes, default: undefined } });

/** How the root module calls a module. */
export function moduleCall(
  environment: Environment,
  label: string,
  module: string,
  inputs: readonly ModuleInput[],
  blocks: readonly Block[],
  origins: Origins,
  more: Block["attributes"] = {},
): Block {
  const further = handedOn(environment, inputs, blocks).flatMap(({ labels }) => labels);
  return because(
    origins,
    block(["module", label], {
      source: `./modules/${module}`,
      ...Object.fromEntries(inputs.map(({ name, value }) => [name, value])),
      ...Object.fromEntries(further.map((name) => [name, reference(`var.${name}`)])),
      ...more,
    }),
  );
}
