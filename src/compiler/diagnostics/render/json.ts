import type { LocatedDiagnostic, LocatedPlace } from "./located.ts";

/** A place as machines read it: counted from 1, columns in UTF-16 units, the end exclusive; `null` where there is none. */
export interface JsonPlace {
  readonly path: string | null;
  readonly file: string | null;
  readonly line: number | null;
  readonly column: number | null;
  readonly endLine: number | null;
  readonly endColumn: number | null;
}

export interface JsonDiagnostic extends JsonPlace {
  readonly code: string;
  readonly severity: "error" | "warning";
  readonly message: string;
  readonly help: string | null;
  readonly related: readonly (JsonPlace & { readonly message: string })[];
}

export const jsonDiagnostics = (diagnostics: readonly LocatedDiagnostic[]): readonly JsonDiagnostic[] =>
  diagnostics.map(({ code, severity, message, help, place, related }) => ({
    code,
    severity,
    message,
    help: help ?? null,
    ...jsonPlace(place),
    related: related.map((other) => ({ message: other.message, ...jsonPlace(other.place) })),
  }));

const jsonPlace = ({ path, file, region }: LocatedPlace): JsonPlace => ({
  path: path ?? null,
  file: file ?? null,
  line: region?.start.line ?? null,
  column: region?.start.column ?? null,
  endLine: region?.end.line ?? null,
  endColumn: region?.end.column ?? null,
});
