import type { Located } from "../../compiler/environment/located.ts";
import type { Resources } from "../../compiler/environment/resources.ts";
import type { Scalar, Text } from "../../compiler/environment/text.ts";
import { by } from "../../compiler/rules.ts";
import type { Expression } from "../../formats/hcl/tree.ts";
import { ORIGINS, type Traced, traced } from "../../formats/origin.ts";
import { gibibyte } from "./gibibytes.ts";

/** What a machine type of the provider has. */
export interface Size {
  readonly name: string;
  readonly cores: number;
  readonly gibibytes: number;
  /** The disk that belongs to it, where one does, in gibibytes. */
  readonly disk?: number;
}

export const size = (name: string, cores: number, gibibytes: number): Size => ({ name, cores, gibibytes });

/** What is asked of a size, in the model's units. */
export interface Needs extends Resources {
  readonly disk?: Scalar<number> | undefined;
}

/** The first size, in the order of the table, that has what is asked for. */
export const fittingSize = (sizes: readonly Size[], { cpu, memory, disk }: Needs): Size | undefined =>
  sizes.find(
    (each) =>
      each.cores * 1000 >= (cpu?.value ?? 0) &&
      each.gibibytes * gibibyte >= (memory?.value ?? 0) &&
      (each.disk ?? 0) * gibibyte >= (disk?.value ?? 0),
  );

interface Sized extends Located {
  readonly resources: Needs;
  readonly size: Text | undefined;
}

/** The provider's word for a machine: the spec's own, the smallest that fits, or when nothing is asked for the usual one. */
export function sizeOf(
  sizes: readonly Size[],
  usual: string,
  sized: Sized,
  lower: (text: Text) => Expression,
): Expression {
  if (sized.size !== undefined) return lower(sized.size);
  const asked = askedFor(sized.resources);
  if (asked.length === 0) return traced(usual, by("smallest-machine", sized.at));
  const origins = asked.flatMap((resource) => resource[ORIGINS]);
  return traced(fittingSize(sizes, sized.resources)?.name ?? usual, ...origins, by("fitting-machine", sized.at));
}

const askedFor = ({ cpu, memory, disk }: Needs): readonly Traced<unknown>[] =>
  [cpu, memory, disk].filter((resource): resource is Scalar<number> => resource !== undefined);
