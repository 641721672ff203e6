import type { Block, Expression } from "../../../formats/hcl/tree.ts";
import { codeOf, isList, plain } from "./code.ts";
import type { Configuration } from "./configuration.ts";
import type { ArgumentSchema, BodySchema } from "./schema.ts";
import { own } from "./schema.ts";
import { traversalsIn } from "./traversal.ts";

const CONDITION: ArgumentSchema = {
  block: "many",
  arguments: { condition: { kind: "bool", required: true }, error_message: { kind: "string", required: true } },
};

/** What Terraform itself accepts in every `resource` and `data` block. */
export const META_ARGUMENTS: BodySchema["arguments"] = {
  count: { kind: "number" },
  for_each: { kind: "any" },
  provider: { kind: "any" },
  depends_on: { kind: "list(any)" },
  lifecycle: {
    block: "single",
    arguments: {
      create_before_destroy: { kind: "bool" },
      prevent_destroy: { kind: "bool" },
      ignore_changes: { kind: "any" },
      replace_triggered_by: { kind: "list(any)" },
      precondition: CONDITION,
      postcondition: CONDITION,
    },
  },
};

/** Their arguments depend on their label and on the machine they reach, so no schema says them. */
export const OPEN_BLOCKS: ReadonlySet<string> = new Set(["provisioner", "connection"]);

/** What no kind says: `provider` names a provider block, `ignore_changes` arguments of the resource itself. */
export function metaFaults(
  at: string,
  block: Block,
  schema: BodySchema,
  { providers }: Configuration,
): readonly string[] {
  const { provider } = block.attributes;
  const chosen = provider === undefined ? [] : [codeOf(provider)];
  return [
    ...chosen
      .filter((name) => !providers.has(name))
      .map((name) => `${at}.provider: no provider \`${name}\` is declared`),
    ...ignored(block)
      .filter((name) => own(schema.arguments, name) === undefined)
      .map((name) => `${at}.lifecycle.ignore_changes: no such argument \`${name}\``),
  ];
}

/** The arguments that `ignore_changes` lists; `all` is none of them. */
const ignored = ({ blocks }: Block): readonly string[] =>
  blocks
    .filter(({ type }) => type === "lifecycle")
    .flatMap(({ attributes }) => elementsOf(attributes.ignore_changes))
    .flatMap((element) => traversalsIn(codeOf(element)).map(({ root }) => root));

function elementsOf(value: Expression | undefined): readonly Expression[] {
  const list = value === undefined ? [] : plain(value);
  return isList(list) ? list : [];
}
