import type { SpecPath } from "../../formats/origin.ts";
import type { Part, Place, Span } from "../diagnostics/diagnostic.ts";
import type { SourceFile } from "../source/source-file.ts";
import { isMap, type Layered, type Writer, writersOf } from "./layer.ts";

/** The spec after `extends`, the chosen environment's overlay and `--var`, before anything is looked up. */
export interface MergedSpec {
  readonly root: Layered;
  readonly environment: ChosenEnvironment;
  /** The names of all environments; undefined where `environments` is not written. */
  readonly environments: readonly string[] | undefined;
  /** The same spec in the environments that are not compiled, without `--var`. */
  readonly others: readonly MergedSpec[];
  /** Every file that took part, in the order in which they were laid over each other. */
  readonly files: readonly SourceFile[];
}

export interface ChosenEnvironment {
  readonly name: string;
  /** Undefined when nobody wrote it. */
  readonly at: SpecPath | undefined;
}

/** The span of a place in the file that wrote it last. */
export function locate(spec: MergedSpec, place: Place): Span {
  if ("span" in place) return place.span;
  const origin = originOf(spec, place.at);
  return spanOf(origin, place.part ?? (isMapAt(origin) ? "key" : "value"));
}

/** Everybody who wrote the value, first to last. */
export const writers = (spec: MergedSpec, at: SpecPath): readonly Writer[] => writersOf(spec.root, at);

export const originOf = (spec: MergedSpec, at: SpecPath): Writer => writersOf(spec.root, at).at(-1) as Writer;

/** An element as a whole is pointed at by its name: its value may be pages long. */
const isMapAt = ({ tree, path }: Writer): boolean => {
  const inList = typeof path.at(-1) === "number";
  const value = path.reduce<unknown>((node, key) => (node as Record<string, unknown> | undefined)?.[key], tree.value);
  return !inList && path.length > 0 && isMap(value);
};

const spanOf = ({ tree, path }: Writer, part: Part | undefined): Span => tree.spanOf(path, part);
