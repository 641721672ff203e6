import type { Environment } from "../../../compiler/environment/environment.ts";
import { by } from "../../../compiler/rules.ts";
import { type Block, because, block, type Reference, reference } from "../../../formats/hcl/tree.ts";
import { ORIGINS, type SpecPath } from "../../../formats/origin.ts";
import type { Files } from "../components/cut.ts";
import type { Export } from "../components/exports.ts";
import { addressesOf, targetOf } from "../components/address.ts";
import { mapReferences } from "../components/map-references.ts";
import { identifier } from "../identifiers.ts";
import { referencesIn } from "../walk.ts";
import { awaitedBy, type Crossing, type Crossings, crossingsOf, takenBy } from "./crossings.ts";
import { isLookup, type Members, membersOf } from "./members.ts";
import { moduleCall, type ModuleInput } from "./module-input.ts";

/** A module below the root: what it makes, asks for and tells. */
export interface Module {
  readonly name: string;
  readonly at: SpecPath;
  readonly blocks: readonly Block[];
  readonly inputs: readonly ModuleInput[];
  readonly outputs: readonly Block[];
}

/** A root module, and the modules that it calls. */
export interface Extracted {
  readonly files: Files;
  readonly modules: readonly Module[];
}

/** A root module without what its modules make; what they take of each other goes through variables and outputs. */
export function extract(environment: Environment, files: Files): Extracted {
  const blocks = Object.values(files).flat();
  const members = membersOf(environment, blocks);
  const names = [...new Set(members.values())].sort();
  if (names.length === 0) return { files, modules: [] };
  const whole: Whole = { environment, blocks, members, crossings: crossingsOf(environment, blocks, members) };
  const modules = names.map((name) => moduleOf(whole, name));
  const calls = modules.map((each) => callOf(whole, each));
  const root = Object.entries(files).map(([file, own]) => [
    file,
    [
      ...own.filter((each) => standsIn(whole, undefined, each)).map((each) => changed(whole, undefined, each)),
      ...calls.filter((each) => fileOf(each) === file),
    ],
  ]);
  return { files: Object.fromEntries(root) as Files, modules };
}

interface Whole {
  readonly environment: Environment;
  readonly blocks: readonly Block[];
  readonly members: Members;
  readonly crossings: Crossings;
}

/** What is looked up stands wherever it is read, and in the root where nobody reads it. */
function standsIn({ blocks, members }: Whole, home: string | undefined, of: Block): boolean {
  if (!isLookup(of)) return members.get(of) === home;
  const addresses = addressesOf(of);
  const homes = blocks
    .filter((each) => referencesIn([each]).some((path) => addresses.includes(targetOf(path)?.address ?? "")))
    .map((each) => members.get(each));
  return homes.includes(home) || (home === undefined && homes.length === 0);
}

const fileOf = (call: Block): string => (call[ORIGINS]?.[0]?.at[0] === "network" ? "network.tf" : "instances.tf");

function moduleOf(whole: Whole, name: string): Module {
  const { environment, blocks, crossings } = whole;
  const own = blocks.filter((each) => standsIn(whole, name, each));
  const element = [...environment.networks, ...environment.instances].find(({ module }) => module?.value === name);
  const at = element?.at ?? environment.at;
  const taken = distinct(own.flatMap((each) => takenBy(crossings, name, each)));
  return {
    name,
    at,
    blocks: own.map((each) => changed(whole, name, each)),
    inputs: taken.map((crossing) => inputOf(at, crossing)),
    outputs: outputsOf(whole, name, at),
  };
}

const distinct = (crossings: readonly Crossing[]): readonly Crossing[] =>
  [...new Map(crossings.map((each) => [each.import.taken.name, each])).values()].sort((a, b) =>
    a.import.taken.name < b.import.taken.name ? -1 : 1,
  );

const inputOf = (at: SpecPath, { from, import: { taken }, type }: Crossing): ModuleInput => ({
  name: taken.name,
  at,
  description: `${contentOf(taken)}, made by ${from === undefined ? "the root module" : `the module ${from}`}.`,
  type,
  value: from === undefined ? reference(taken.path) : reference(`module.${identifier(from)}.${taken.name}`),
  ...(taken.isSecret ? { sensitive: true as const } : {}),
});

/** `id` of `aws_vpc.main`, in words. */
function contentOf({ path }: Export): string {
  const { address, rest } = targetOf(path) ?? { address: path, rest: "" };
  if (address.startsWith("local.")) return `The local value ${address.slice("local.".length)}`;
  const attribute = rest.replace(/^(\[\*\])?\./, "");
  return rest.startsWith("[*]") ? `The ${attribute} of each ${address}` : `The ${attribute} of ${address}`;
}

/** What others take; they wait for what they need of the module beyond the value. */
function outputsOf({ blocks, members, crossings }: Whole, name: string, at: SpecPath): readonly Block[] {
  const readers = blocks
    .filter((each) => members.get(each) !== name)
    .map((each) => {
      const home = members.get(each);
      const isOurs = ({ from }: Crossing): boolean => from === name;
      return {
        taken: takenBy(crossings, home, each).filter(isOurs),
        awaited: awaitedBy(crossings, home, each).filter(isOurs),
      };
    });
  return distinct(readers.flatMap(({ taken }) => taken)).map(({ import: { taken } }) => {
    const awaited = readers
      .filter((reader) => reader.taken.some((each) => each.import.taken.name === taken.name))
      .flatMap((reader) => reader.awaited.map(({ address }) => address));
    return because(
      [by("module-outputs", at)],
      block(["output", taken.name], {
        description: `${contentOf(taken)}.`,
        value: reference(taken.path),
        sensitive: taken.isSecret ? true : undefined,
        depends_on: awaited.length === 0 ? undefined : [...new Set(awaited)].sort().map(reference),
      }),
    );
  });
}

/** What a block waits for where nothing that it takes waits for it. */
function leftToAwait(crossings: Crossings, home: string | undefined, of: Block): readonly string[] {
  const taken = new Set(takenBy(crossings, home, of).map(({ from }) => from));
  const left = awaitedBy(crossings, home, of).filter(({ from }) => from === undefined || !taken.has(from));
  return [...new Set(left.map(({ from, address }) => (from === undefined ? address : `module.${identifier(from)}`)))];
}

function callOf(whole: Whole, module: Module): Block {
  const { environment, blocks, crossings } = whole;
  const { name, at, inputs } = module;
  const own = blocks.filter((each) => standsIn(whole, name, each));
  const awaited = [...new Set(own.flatMap((each) => leftToAwait(crossings, name, each)))].sort();
  return moduleCall(environment, identifier(name), name, inputs, module.blocks, [{ at }], {
    depends_on: awaited.length === 0 ? undefined : awaited.map(reference),
  });
}

function changed({ crossings }: Whole, home: string | undefined, of: Block): Block {
  const kept = mapReferences(
    of,
    (own: Reference) => elsewhere(home, own, crossings(home, own.path)),
    (path) => crossings(home, path) === undefined,
  );
  const awaited = home === undefined ? leftToAwait(crossings, home, of) : [];
  if (awaited.length === 0) return kept;
  const own = kept.attributes.depends_on;
  const all = own === undefined ? awaited.map(reference) : [own, ...awaited.map(reference)].flat();
  return { ...kept, attributes: { ...kept.attributes, depends_on: all } };
}

function elsewhere(home: string | undefined, own: Reference, crossing: Crossing | undefined): Reference {
  if (crossing === undefined) return own;
  const { taken, rest } = crossing.import;
  if (home !== undefined) return reference(`var.${taken.name}${rest}`);
  return reference(`module.${identifier(crossing.from ?? "")}.${taken.name}${rest}`);
}
