import { join, piece, printed, reveal } from "../lines.ts";
import { ORIGINS, type Printed } from "../origin.ts";
import type { TextDocument } from "./tree.ts";

export function printText(document: TextDocument): Printed {
  const parent = { origins: document[ORIGINS] ?? [], own: false };
  const lines = document.lines.map((line) => [piece(...reveal(line, parent))]);
  return printed(lines.length === 0 ? [] : [...join(lines, "\n", parent), piece("\n", parent)]);
}
