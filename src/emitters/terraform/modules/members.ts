import type { Environment } from "../../../compiler/environment/environment.ts";
import type { Block } from "../../../formats/hcl/tree.ts";
import { ORIGINS, type SpecPath } from "../../../formats/origin.ts";
import { isContext, isOurselves, targetOf } from "../components/address.ts";
import { referencesIn } from "../walk.ts";

/** The module in which each block stands; what is not here stands in the root. */
export type Members = ReadonlyMap<Block, string>;

/** A block stands in the module of the element that it is there for. */
export const membersOf = (environment: Environment, blocks: readonly Block[]): Members =>
  new Map(
    blocks.flatMap((each) => {
      const module = isLookup(each) ? undefined : moduleOf(environment, each);
      return module === undefined ? [] : [[each, module] as const];
    }),
  );

/** What asks the provider for something that exists, by what is known everywhere: each module asks itself. */
export const isLookup = (of: Block): boolean =>
  of.type === "data" &&
  !isContext(of) &&
  referencesIn([of]).every((path) => {
    const address = targetOf(path)?.address;
    return address === undefined || isOurselves(address);
  });

/** The elements that are made in modules. */
const inModules = ({ networks, instances }: Environment) =>
  [...networks, ...instances].flatMap(({ at, module }) => (module === undefined ? [] : [{ at, name: module.value }]));

function moduleOf(environment: Environment, { type, [ORIGINS]: origins }: Block): string | undefined {
  const at = origins?.[0]?.at;
  if (type === "output" || at === undefined) return undefined;
  return inModules(environment).find((element) => isBelow(at, element.at))?.name;
}

const isBelow = (at: SpecPath, element: SpecPath): boolean => element.every((step, index) => at[index] === step);
