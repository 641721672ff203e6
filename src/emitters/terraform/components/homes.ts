import type { Environment } from "../../../compiler/environment/environment.ts";
import { componentOf, sharedComponent } from "../../../compiler/layout.ts";
import type { Block } from "../../../formats/hcl/tree.ts";
import { ORIGINS } from "../../../formats/origin.ts";
import { referencesIn } from "../walk.ts";
import { addressesOf, targetOf } from "./address.ts";

/** The component in whose state each block is made. */
export type Homes = ReadonlyMap<Block, string>;

/**
 * A block belongs to the component that it is there for. States refer to each other one way: apps know proxies, all
 * know what they share, and that knows nobody; so what it refers to is shared as well.
 */
export function homesOf(environment: Environment, blocks: readonly Block[]): Homes {
  const owners = new Map(blocks.flatMap((block) => addressesOf(block).map((address) => [address, block] as const)));
  const referred = new Map(blocks.map((block) => [block, referredBlocks(owners, block)]));
  const homes = new Map(blocks.map((block) => [block, firstHome(environment, block)]));
  moveLeaves(homes, referred);
  while (shareOne(environment, homes, referred)) continue;
  return homes;
}

/** Scripts ask the shared state for what runtimes need. */
const firstHome = (environment: Environment, block: Block): string =>
  block.type === "output" ? sharedComponent : componentOf(environment, block[ORIGINS]?.[0]?.at ?? []);

type Referred = ReadonlyMap<Block, readonly Block[]>;

const referredBlocks = (owners: ReadonlyMap<string, Block>, block: Block): readonly Block[] =>
  referencesIn([block]).flatMap((path) => owners.get(targetOf(path)?.address ?? "") ?? []);

/** Sections that only speak about others. */
const dependent: readonly unknown[] = ["firewall", "outputs"];

/** What nobody refers to goes to the one component that it is about: a rule of the firewall goes with its balancer. */
function moveLeaves(homes: Map<Block, string>, referred: Referred): void {
  const needed = new Set([...referred.values()].flat());
  for (const [block, others] of referred) {
    const components = new Set(others.map((each) => homes.get(each)).filter((home) => home !== sharedComponent));
    const [only] = components;
    const isAbout = dependent.includes(block[ORIGINS]?.[0]?.at[0]) && !needed.has(block);
    if (isAbout && components.size === 1 && only !== undefined) homes.set(block, only);
  }
}

function shareOne(environment: Environment, homes: Map<Block, string>, referred: Referred): boolean {
  for (const [block, others] of referred) {
    const home = homes.get(block) ?? sharedComponent;
    const hidden = others.find((each) => !isKnownTo(environment, home, homes.get(each) ?? sharedComponent));
    if (hidden === undefined) continue;
    homes.set(hidden, sharedComponent);
    return true;
  }
  return false;
}

const isKnownTo = (environment: Environment, reader: string, home: string): boolean =>
  reader === home || rank(environment, home) < rank(environment, reader);

function rank({ apps, artifactApps }: Environment, component: string): number {
  if (component === sharedComponent) return 0;
  return [...apps, ...artifactApps].some(({ name }) => name === component) ? 2 : 1;
}
