import { existsSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import { visible } from "../../compiler/source/characters.ts";
import { explainLine, type LineExplanation, showLine } from "../../review/explain-line.ts";
import { EXIT, type ExitCode, raiseExitCode } from "../exit-code.ts";
import type { FormatOption } from "../options.ts";
import { SOURCE_MAP } from "../output-files.ts";
import { readMap } from "../read-map.ts";
import { give, say } from "../streams.ts";

/** Why a line of an output file is there, by the map that was written with it. */
export function explainOutputLine(path: string, line: number, { format }: FormatOption): void {
  const explained = explainedLine(path, line);
  if ("message" in explained) refuse(explained);
  else give(format === "json" ? `${JSON.stringify({ version: 1, ...explained })}\n` : textOf(explained));
}

interface Refusal {
  readonly exit: ExitCode;
  readonly message: string;
  readonly help: string;
}

function explainedLine(path: string, line: number): LineExplanation | Refusal {
  const folder = folderWithMap(dirname(resolve(path)));
  if (folder === undefined) return unreadable(`there is no ${SOURCE_MAP} above ${path}`);
  const map = readMap(join(folder, SOURCE_MAP));
  if (map === undefined) return unreadable(`${join(folder, SOURCE_MAP)} is not a map that specc wrote`);
  const explained = explainLine(map, relative(folder, resolve(path)).split(sep).join("/"), line);
  return (
    explained ?? {
      exit: EXIT.usage,
      message: `specc wrote no line ${line} of ${path}`,
      help: "name a line of a file of the output",
    }
  );
}

const unreadable = (message: string): Refusal => ({ exit: EXIT.failed, message, help: "compile the spec again" });

function refuse({ exit, message, help }: Refusal): void {
  raiseExitCode(exit);
  say(`error: ${visible(message)}\n  help: ${help}\n`);
}

const textOf = (explained: LineExplanation): string => `${showLine(explained).map(visible).join("\n")}\n`;

function folderWithMap(folder: string): string | undefined {
  if (existsSync(join(folder, SOURCE_MAP))) return folder;
  const above = dirname(folder);
  return above === folder ? undefined : folderWithMap(above);
}
