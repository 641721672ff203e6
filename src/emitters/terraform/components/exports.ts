import { type Block, type Expression, reference } from "../../../formats/hcl/tree.ts";
import { isTraced } from "../../../formats/origin.ts";
import { targetOf } from "./address.ts";

/** What one state gives to others: the value, and the name of its output. */
export interface Export {
  readonly name: string;
  readonly path: string;
  readonly isSecret: boolean;
}

/** How a reference to another state is written there: its output, and the way on from it. */
export interface Import {
  readonly taken: Export;
  /** `[count.index]` where one of a list is meant. */
  readonly rest: string;
}

/** One of many is taken from the list of all, since only its reader knows which. */
export function importOf(path: string, outputs: ReadonlyMap<string, string>): Import {
  const given = outputs.get(path);
  if (given !== undefined) return { taken: { name: given, path, isSecret: false }, rest: "" };
  const { address, rest } = targetOf(path) ?? { address: path, rest: "" };
  const isSecret = address.startsWith("random_password.");
  if (address.startsWith("local."))
    return { taken: { name: address.slice("local.".length), path: address, isSecret }, rest };
  const [, index, attribute = ""] = /^(\[[^\]]*\])?(?:\.(\w+))?/.exec(rest) ?? [];
  const after = rest.slice((index ?? "").length + (attribute === "" ? 0 : attribute.length + 1));
  const isList = index !== undefined || attribute === "";
  const read = attribute === "" ? "id" : attribute;
  const taken = {
    name: [short(address), isList ? plural(read) : read].join("_"),
    path: isList ? `${address}[*].${read}` : `${address}.${read}`,
    isSecret,
  };
  return { taken, rest: `${index === undefined || index === "[*]" ? "" : index}${after}` };
}

/** `lb_edge`: without the provider, whose name all have. */
const short = (address: string): string =>
  address
    .replace(/^data\./, "")
    .replace(/^[a-z0-9]+_/, "")
    .replaceAll(".", "_");

const plural = (word: string): string => (word.endsWith("s") ? `${word}es` : `${word}s`);

/** The outputs that a module has already, by what they read. */
export const outputsByPath = (blocks: readonly Block[]): ReadonlyMap<string, string> =>
  new Map(
    blocks.flatMap(({ type, labels, attributes }) => {
      const path = type === "output" ? pathOf(attributes.value) : undefined;
      return path === undefined ? [] : [[path, labels[0] ?? ""] as const];
    }),
  );

function pathOf(value: Expression | undefined): string | undefined {
  if (isTraced(value)) return pathOf(value.value as Expression);
  return typeof value === "object" && value !== null && "kind" in value && value.kind === "reference"
    ? value.path
    : undefined;
}

export const imported = (state: string, { taken, rest }: Import) =>
  reference(`data.terraform_remote_state.${state}.outputs.${taken.name}${rest}`);
