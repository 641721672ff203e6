import { visible } from "../../source/characters.ts";
import type { LocatedDiagnostic, LocatedPlace, Region } from "./located.ts";
import { plainStyle, type Style } from "./style.ts";
import { underlined } from "./underlined.ts";

type Severity = LocatedDiagnostic["severity"];

/** Diagnostics as a terminal shows them, each with the lines of the spec that it is about. */
export const renderText = (diagnostics: readonly LocatedDiagnostic[], style: Style = plainStyle): string =>
  diagnostics.map((diagnostic) => `${linesOf(diagnostic, style).join("\n")}\n`).join("\n");

function linesOf(
  { code, severity, message, help, place, related }: LocatedDiagnostic,
  style: Style,
): readonly string[] {
  return [
    `${style(severity, `${severity}[${code}]`)}${style("message", `: ${visible(message)}`)}`,
    ...placeLines(place, "", severity, style),
    ...related.flatMap((other) => placeLines(other.place, visible(other.message), "help", style)),
    ...(help === undefined ? [] : [`  ${style("help", "help:")} ${visible(help)}`]),
  ];
}

function placeLines(place: LocatedPlace, label: string, role: Severity | "help", style: Style): readonly string[] {
  const { region } = place;
  if (region === undefined) return placeLine(place, label, style);
  const margin = " ".repeat(String(region.start.line).length);
  const { line, column } = region.start;
  return [
    `${margin}${style("frame", "-->")} ${visible(place.file ?? "")}:${line}:${column}${pathOf(place)}`,
    style("frame", `${margin} |`),
    ...frame(region, margin, label, (text) => style(role, text), style),
  ];
}

/** A place that has no text to show. */
function placeLine(place: LocatedPlace, label: string, style: Style): readonly string[] {
  if (place.file === undefined && place.path === undefined) return [];
  const name = place.file === undefined ? (place.path ?? "") : `${visible(place.file)}${pathOf(place)}`;
  return [`  ${style("frame", "-->")} ${name}${label === "" ? "" : ` ${label}`}`];
}

const pathOf = ({ path }: LocatedPlace): string => (path === undefined ? "" : ` (${visible(path)})`);

/** Of what spans several lines the first one is shown. */
function frame(
  { start, end, line }: Region,
  margin: string,
  label: string,
  mark: (text: string) => string,
  style: Style,
): readonly string[] {
  const last = end.line === start.line ? end.column : line.length + 1;
  const { text, offset, length } = underlined(line, start.column, last);
  const carets = mark(`${"^".repeat(length)}${label === "" ? "" : ` ${label}`}`);
  return [
    `${style("frame", `${start.line} |`)} ${text}`.trimEnd(),
    `${style("frame", `${margin} |`)} ${" ".repeat(offset)}${carets}`,
  ];
}
