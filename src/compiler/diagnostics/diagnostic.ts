import type { SpecPath } from "../../formats/origin.ts";
import { type Code, catalogue, type ParamsOf } from "./catalogue.ts";

/** Whether a place is the key that was written or the value behind it. */
export type Part = "key" | "value";

/** A place in the sources that no spec path leads to: what the parser itself complains about. UTF-16 offsets, end exclusive. */
export interface Span {
  readonly file: string;
  readonly start: number;
  readonly end: number;
}

/** Where a finding is: an address in the merged spec, or a span of text where there is no address yet. */
export type Place = { readonly at: SpecPath; readonly part?: Part } | { readonly span: Span };

export interface Related {
  readonly place: Place;
  readonly message: string;
}

export interface Diagnostic {
  readonly code: Code;
  readonly severity: "error" | "warning";
  readonly place: Place;
  readonly message: string;
  readonly help: string | undefined;
  readonly related: readonly Related[];
}

/** A value if the phase could make one, and all that it found on the way. */
export interface Result<T> {
  readonly value: T | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** Fills a sentence of the catalogue; the parameters are typed by its entry. */
export function diagnose<C extends Code>(
  code: C,
  place: Place | SpecPath,
  params: ParamsOf<C>,
  related: readonly Related[] = [],
): Diagnostic {
  const entry = catalogue[code] as unknown as {
    readonly severity: "error" | "warning";
    readonly message: (params: ParamsOf<C>) => string;
    readonly help?: (params: ParamsOf<C>) => string | undefined;
  };
  return {
    code,
    severity: entry.severity,
    place: isSpecPath(place) ? { at: place } : place,
    message: entry.message(params),
    help: entry.help?.(params),
    related,
  };
}

const isSpecPath = (place: Place | SpecPath): place is SpecPath => Array.isArray(place);

export const hasErrors = (diagnostics: readonly Diagnostic[]): boolean =>
  diagnostics.some(({ severity }) => severity === "error");
