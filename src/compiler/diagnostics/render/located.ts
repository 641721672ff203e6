import type { SpecPath } from "../../../formats/origin.ts";
import type { Position, SourceFile } from "../../source/source-file.ts";
import { locate, type MergedSpec, originOf } from "../../spec/merged-spec.ts";
import { showPath } from "../../spec/reference.ts";
import type { Diagnostic, Place, Span } from "../diagnostic.ts";
import { isSecretPlace, isSecretText, stars, withoutSecrets } from "./secret-text.ts";

/** A diagnostic with its places as people look them up, fit to be shown: no secret is in it. */
export interface LocatedDiagnostic extends Omit<Diagnostic, "place" | "related"> {
  readonly place: LocatedPlace;
  readonly related: readonly { readonly place: LocatedPlace; readonly message: string }[];
}

export interface LocatedPlace {
  readonly file: string | undefined;
  /** The address in the spec, for example `apps.web.port`. */
  readonly path: string | undefined;
  /** Undefined where the file cannot be shown: it could not be read, or it is the command line. */
  readonly region: Region | undefined;
}

/** Lines and columns count from 1, columns in UTF-16 units; the end is exclusive. */
export interface Region {
  readonly start: Position;
  readonly end: Position;
  /** The text of the first line. */
  readonly line: string;
}

/** What places are looked up in: the spec, if it came so far, and the files that could be read, in that order. */
export interface Lookup {
  readonly merged: MergedSpec | undefined;
  readonly files: ReadonlyMap<string, SourceFile>;
}

/** The findings in the order of the files; what belongs to no file comes first. */
export function locateDiagnostics(diagnostics: readonly Diagnostic[], lookup: Lookup): readonly LocatedDiagnostic[] {
  const order = [...lookup.files.keys()];
  return diagnostics
    .map((diagnostic) => ({ diagnostic, span: spanOf(diagnostic.place, lookup) }))
    .sort((a, b) => rank(order, a.span) - rank(order, b.span) || startOf(a.span) - startOf(b.span))
    .map(({ diagnostic }) => located(diagnostic, lookup));
}

const rank = (order: readonly string[], span: Span | undefined): number => order.indexOf(span?.file ?? "");

const startOf = (span: Span | undefined): number => span?.start ?? 0;

const spanOf = (place: Place, { merged, files }: Lookup): Span | undefined =>
  "span" in place ? place.span : merged && head(merged, place, files);

/** What spans several lines is shown by its key. */
function head(merged: MergedSpec, place: Place & { readonly at: SpecPath }, files: Lookup["files"]): Span {
  const span = locate(merged, place);
  const file = files.get(span.file);
  const isOnOneLine = file === undefined || file.positionAt(span.start).line === file.positionAt(span.end).line;
  return isOnOneLine ? span : locate(merged, { at: place.at, part: "key" });
}

function located(diagnostic: Diagnostic, lookup: Lookup): LocatedDiagnostic {
  const show = redaction(diagnostic.place, lookup);
  return {
    ...diagnostic,
    message: show(diagnostic.message),
    help: diagnostic.help && show(diagnostic.help),
    place: placed(diagnostic.place, lookup),
    related: diagnostic.related.map(({ place, message }) => ({ place: placed(place, lookup), message })),
  };
}

function placed(place: Place, lookup: Lookup): LocatedPlace {
  const span = spanOf(place, lookup);
  const at = "at" in place ? place.at : undefined;
  return {
    file: span?.file,
    path: at && (showPath(at) || undefined),
    region: span && regionOf(span, at, lookup, secretAt(place, lookup) !== undefined),
  };
}

function regionOf(span: Span, at: SpecPath | undefined, { files }: Lookup, secret: boolean): Region | undefined {
  const file = files.get(span.file);
  if (file === undefined) return undefined;
  const start = file.positionAt(span.start);
  const end = file.positionAt(span.end);
  const line = withoutSecrets(
    file.lineText(start.line),
    at === undefined ? isBelowSecrets(file, span.start) : at[0] === "secrets",
  );
  return { start, end, line: secret ? starred(line, start, end) : line };
}

const SECTION = ["secrets:", '"secrets":', "'secrets':"];

/** A place that has no address yet is among the secrets when their section is the last that begins above it. */
function isBelowSecrets({ text }: SourceFile, offset: number): boolean {
  const starts = SECTION.map((key) => (text.startsWith(key) ? 0 : text.lastIndexOf(`\n${key}`, offset) + 1));
  const start = Math.max(...starts);
  const found = SECTION.some((key) => text.startsWith(key, start));
  return found && start <= offset && !/\n["'A-Za-z]/.test(text.slice(start, offset + 1));
}

function starred(line: string, start: Position, end: Position): string {
  const last = end.line === start.line ? end.column - 1 : line.length;
  return line.slice(0, start.column - 1) + stars(line.slice(start.column - 1, last)) + line.slice(last);
}

/** Messages quote values between back-ticks. */
function redaction(place: Place, lookup: Lookup): (text: string) => string {
  const secret = secretAt(place, lookup);
  return secret === undefined ? (text) => text : (text) => text.replaceAll(`\`${secret}\``, "`…`");
}

/** The value at a place, where it must not be shown. */
function secretAt(place: Place, { merged }: Lookup): string | undefined {
  if (merged === undefined || !("at" in place) || place.part === "key" || !isSecretPlace(place.at)) return undefined;
  const { tree, path } = originOf(merged, place.at);
  const value = path.reduce<unknown>(childOf, tree.value);
  return isSecretText(value) ? String(value) : undefined;
}

const childOf = (node: unknown, key: string | number): unknown =>
  typeof node === "object" && node !== null && Object.hasOwn(node, key)
    ? (node as Readonly<Record<string | number, unknown>>)[key]
    : undefined;
