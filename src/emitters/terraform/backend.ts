import type { Environment } from "../../compiler/environment/environment.ts";
import type { State } from "../../compiler/environment/state.ts";
import { isLiteral, literal, type Text } from "../../compiler/environment/text.ts";
import { by } from "../../compiler/rules.ts";
import { type Block, because, block, type Expression } from "../../formats/hcl/tree.ts";
import { ORIGINS, traced } from "../../formats/origin.ts";

/** Where Terraform keeps what it knows; a file beside the module needs no word. */
export function backendBlocks(environment: Environment): readonly Block[] {
  const { state } = environment;
  if (state === undefined || state.kind.value === "local") return [];
  return [because([{ at: state.at }], block(["backend", state.kind.value], settings(environment, state)))];
}

function settings(environment: Environment, state: State): Block["attributes"] {
  const bucket = known(state.bucket);
  if (state.kind.value === "gcs") return { bucket, prefix: keyOf(environment, state, "") };
  return {
    bucket,
    key: keyOf(environment, state, "/terraform.tfstate"),
    region: known(state.region ?? environment.provider?.region),
    encrypt: traced(true, by("guarded-state", state.at)),
    use_lockfile: traced(true, by("guarded-state", state.at)),
  };
}

/** No backend reads an input of the module, so the scripts say at `terraform init` what depends on one. */
const known = (text: Text | undefined): Expression | undefined =>
  text !== undefined && isFixed(text) ? literal(text) : undefined;

const isFixed = (text: Text): boolean => isLiteral(text) && text.parts.every((part) => typeof part === "string");

/** Workspaces of one state tell environments apart by themselves. */
function keyOf(
  { name, environment }: Environment,
  { key, workspaces, at }: State,
  end: string,
): Expression | undefined {
  if (key !== undefined) return known(key);
  const words = workspaces.value ? [name.value] : [name.value, environment.value];
  return traced(`${words.join("/")}${end}`, ...name[ORIGINS], ...environment[ORIGINS], { at });
}
