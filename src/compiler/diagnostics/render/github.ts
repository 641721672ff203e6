import { visible } from "../../source/characters.ts";
import type { LocatedDiagnostic, LocatedPlace } from "./located.ts";

/** Workflow commands, which GitHub shows at the lines of a pull request. */
export const renderGithub = (diagnostics: readonly LocatedDiagnostic[]): string =>
  diagnostics.map((diagnostic) => `${annotation(diagnostic)}\n`).join("");

function annotation({ code, severity, message, help, place, related }: LocatedDiagnostic): string {
  const text = [
    message,
    ...related.map((other) => `${other.message}: ${shown(other.place)}`),
    ...(help === undefined ? [] : [`help: ${help}`]),
  ];
  return `${githubCommand(severity, { ...where(place), title: code }, text)}`;
}

/** One workflow command; the lines of the message are shown below each other. */
export function githubCommand(
  name: "error" | "warning",
  properties: Readonly<Record<string, string | number>>,
  lines: readonly string[],
): string {
  const written = Object.entries(properties).map(([key, value]) => `${key}=${escapedProperty(visible(String(value)))}`);
  return `::${name} ${written.join(",")}::${lines.map((line) => escapedData(visible(line))).join("%0A")}`;
}

const escapedData = (text: string): string =>
  text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");

const escapedProperty = (text: string): string => escapedData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");

/** GitHub takes columns only where a region is on one line. */
function where({ file, region }: LocatedPlace): Readonly<Record<string, string | number>> {
  if (file === undefined || region === undefined) return {};
  const { start, end } = region;
  if (end.line !== start.line) return { file, line: start.line, endLine: end.line };
  return { file, line: start.line, col: start.column, endLine: end.line, endColumn: end.column };
}

const shown = ({ file, path, region }: LocatedPlace): string =>
  region === undefined ? (file ?? path ?? "") : `${file}:${region.start.line}:${region.start.column}`;
