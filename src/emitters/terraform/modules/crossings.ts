import type { Environment } from "../../../compiler/environment/environment.ts";
import { type Block, call, type Expression, reference } from "../../../formats/hcl/tree.ts";
import { isTraced } from "../../../formats/origin.ts";
import { addressesOf, isOurselves, targetOf } from "../components/address.ts";
import { type Import, importOf } from "../components/exports.ts";
import { referencesIn } from "../walk.ts";
import { isLookup, type Members } from "./members.ts";

/** Something that stands elsewhere: in another module, or in the root when `from` is undefined. */
export interface Crossing {
  readonly from: string | undefined;
  readonly address: string;
  readonly import: Import;
  readonly type: Expression;
}

/** What a reference that stands in a module, or in the root, takes from elsewhere. */
export type Crossings = (home: string | undefined, path: string) => Crossing | undefined;

export function crossingsOf(
  { variables, secrets }: Environment,
  blocks: readonly Block[],
  members: Members,
): Crossings {
  const inputs = new Set([...variables, ...secrets].map(({ name }) => name));
  const owners = new Map(blocks.flatMap((each) => addressesOf(each).map((address) => [address, each] as const)));
  return (home, path) => {
    const address = targetOf(path)?.address;
    if (address === undefined || isOurselves(address)) return undefined;
    const owner = owners.get(address);
    const from = owner && members.get(owner);
    if (from === home || (owner !== undefined && isLookup(owner))) return undefined;
    const given = apartFrom(inputs, importOf(path, new Map()));
    return { from, address, import: given, type: typeOf(given.taken.path, owner) };
  };
}

/** An input of the spec goes by its own name in a module too. */
const apartFrom = (inputs: ReadonlySet<string>, { taken, rest }: Import): Import =>
  inputs.has(taken.name) ? { taken: { ...taken, name: `${taken.name}_made` }, rest } : { taken, rest };

/** What a block takes from elsewhere, without what it only waits for. */
export const takenBy = (crossings: Crossings, home: string | undefined, of: Block): readonly Crossing[] =>
  referencesIn([withoutDependencies(of)]).flatMap((path) => crossings(home, path) ?? []);

/** What it only waits for. */
export const awaitedBy = (crossings: Crossings, home: string | undefined, of: Block): readonly Crossing[] =>
  referencesIn([{ ...of, attributes: { depends_on: of.attributes.depends_on }, blocks: [] }]).flatMap(
    (path) => crossings(home, path) ?? [],
  );

const withoutDependencies = (of: Block): Block => ({
  ...of,
  attributes: { ...of.attributes, depends_on: undefined },
});

const string = reference("string");

function typeOf(path: string, owner: Block | undefined): Expression {
  const { address, rest } = targetOf(path) ?? { address: path, rest: "" };
  if (address === "local.tags") return call("map", string);
  if (address.startsWith("local.")) return typeOfValue(owner?.attributes[address.slice("local.".length)]);
  return rest.startsWith("[*]") || /\.(ids|names)$/.test(rest) ? call("list", string) : string;
}

function typeOfValue(value: Expression | undefined): Expression {
  if (isTraced(value)) return typeOfValue(value.value as Expression);
  if (Array.isArray(value)) return call("list", string);
  if (typeof value !== "object" || value === null || !("kind" in value)) return string;
  if (value.kind === "object") return call("map", string);
  return value.kind === "call" && value.name === "slice" ? call("list", string) : string;
}
