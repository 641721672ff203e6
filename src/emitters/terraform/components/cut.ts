import type { Environment } from "../../../compiler/environment/environment.ts";
import { sharedComponent, stateComponents } from "../../../compiler/layout.ts";
import { by } from "../../../compiler/rules.ts";
import { type Block, because, block, type Reference, reference } from "../../../formats/hcl/tree.ts";
import { identifier } from "../identifiers.ts";
import { referencesIn } from "../walk.ts";
import { addressesOf, isContext, targetOf } from "./address.ts";
import { type Import, imported, importOf, outputsByPath } from "./exports.ts";
import { homesOf } from "./homes.ts";
import { mapReferences } from "./map-references.ts";

/** Blocks by file. */
export type Files = Readonly<Record<string, readonly Block[]>>;

/** The module of one component: its files, and the components whose states it reads. */
export interface Root {
  readonly component: string;
  readonly files: Files;
  readonly reads: readonly string[];
}

/** Something of another state. */
interface Crossing {
  readonly from: string;
  readonly import: Import;
}

type Crossings = (component: string, path: string) => Crossing | undefined;

/** One module cut into those of its components, each with a state; what one takes of another is an output there. */
export function cut(environment: Environment, files: Files, scriptOutputs: readonly Block[]): readonly Root[] {
  const homes = homesOf(
    environment,
    Object.values(files)
      .flat()
      .filter((each) => !isContext(each)),
  );
  const components = [...new Set([...stateComponents(environment), ...homes.values()])].sort();
  const drafts = components.map((component) => ({
    component,
    files: ownFiles(files, (each) => homes.get(each) === component, copies(environment, component, scriptOutputs)),
  }));
  const crossings = crossingsOf(drafts);
  return drafts.map((draft) => finished(environment, draft, drafts, crossings));
}

type Draft = Pick<Root, "component" | "files">;

/** Apps and proxies that a cluster runs are deployed by scripts, which ask their module where. */
const deployed = ({ apps, proxies }: Environment, outputs: readonly Block[]): readonly string[] =>
  outputs.length === 0
    ? []
    : [...apps, ...proxies].filter(({ cluster }) => cluster !== undefined).map(({ name }) => name);

const copies = (environment: Environment, component: string, outputs: readonly Block[]): readonly Block[] =>
  component !== sharedComponent && deployed(environment, outputs).includes(component) ? outputs : [];

const ownFiles = (files: Files, isOwn: (block: Block) => boolean, copied: readonly Block[]): Files => {
  const own = Object.entries(files).map(([file, blocks]) => [file, blocks.filter(isOwn)] as const);
  return { ...Object.fromEntries(own), "outputs.tf": [...(files["outputs.tf"] ?? []).filter(isOwn), ...copied] };
};

const blocksOf = (files: Files): readonly Block[] => Object.values(files).flat();

function crossingsOf(drafts: readonly Draft[]): Crossings {
  const owners = new Map(
    drafts.flatMap(({ component, files }) =>
      blocksOf(files).flatMap((each) => addressesOf(each).map((address) => [address, component] as const)),
    ),
  );
  const outputs = new Map(drafts.map(({ component, files }) => [component, outputsByPath(blocksOf(files))]));
  return (component, path) => {
    const from = owners.get(targetOf(path)?.address ?? "");
    return from === undefined || from === component
      ? undefined
      : { from, import: importOf(path, outputs.get(from) ?? new Map()) };
  };
}

function finished(environment: Environment, own: Draft, drafts: readonly Draft[], crossings: Crossings): Root {
  const taken = drafts.flatMap((reader) =>
    takenBy(reader, crossings)
      .filter(({ from }) => from === own.component)
      .map((crossing) => ({ ...crossing, reader: reader.component })),
  );
  const files = Object.fromEntries(
    Object.entries(own.files).map(([file, blocks]) => [file, blocks.map((each) => changed(own, each, crossings))]),
  );
  const outputs = [...(files["outputs.tf"] ?? []), ...outputBlocks(environment, own, taken)];
  const reads = [...new Set([...alwaysRead(own), ...takenBy(own, crossings).map(({ from }) => from)])].sort();
  return { component: own.component, files: { ...files, "outputs.tf": outputs }, reads };
}

/** A component refers to what is shared, even before it needs something of it. */
const alwaysRead = ({ component }: Draft): readonly string[] =>
  component === sharedComponent ? [] : [sharedComponent];

const takenBy = ({ component, files }: Draft, crossings: Crossings): readonly Crossing[] =>
  blocksOf(files).flatMap((each) =>
    referencesIn([withoutDependencies(each)]).flatMap((path) => crossings(component, path) ?? []),
  );

/** What is waited for stands in one state; the others are applied one after another. */
const withoutDependencies = (each: Block): Block =>
  mapReferences(
    each,
    (reference) => reference,
    () => false,
  );

const changed = ({ component }: Draft, each: Block, crossings: Crossings): Block =>
  mapReferences(
    each,
    (own: Reference) => {
      const crossing = crossings(component, own.path);
      return crossing === undefined ? own : imported(identifier(crossing.from), crossing.import);
    },
    (path) => crossings(component, path) === undefined,
  );

function outputBlocks(
  environment: Environment,
  { files }: Draft,
  taken: readonly (Crossing & { readonly reader: string })[],
): readonly Block[] {
  const given = new Set(outputsByPath(blocksOf(files)).values());
  const names = [...new Set(taken.map((each) => each.import.taken.name))].filter((name) => !given.has(name)).sort();
  return names.map((name) => {
    const asked = taken.filter((each) => each.import.taken.name === name);
    const what = asked[0]?.import.taken;
    return because(
      [by("shared-state", environment.state?.at ?? environment.at)],
      block(["output", name], {
        description: `Read by the state of ${[...new Set(asked.map(({ reader }) => reader))].join(", ")}.`,
        value: reference(what?.path ?? ""),
        sensitive: what?.isSecret === true ? true : undefined,
      }),
    );
  });
}
