import { commentLines, inherited, join, noReason, type Piece, piece, printed, type Reason, reveal } from "../lines.ts";
import { ORIGINS, type Printed } from "../origin.ts";
import type { NamedDocument, Statement, Word } from "./tree.ts";

const INDENT = "    ";
const KEYWORD = /^!?[A-Za-z0-9][A-Za-z0-9._:/-]*$/;

/** Statements below each other; those at the top, a blank line apart. */
export function printNamed(document: NamedDocument): Printed {
  const header = document.comment === undefined ? [] : [[piece(commentLines(document.comment).join("\n"), noReason)]];
  const groups = [...header, ...document.statements.map((statement) => printStatement(statement, "", noReason))];
  return printed(groups.length === 0 ? [] : [...join(groups, "\n\n", noReason), piece("\n", noReason)]);
}

function printStatement(statement: Statement, indent: string, parent: Reason): readonly Piece[] {
  const reason = { origins: statement[ORIGINS] ?? parent.origins, own: false };
  const words = join(
    statement.words.map((word) => [printWord(word, reason)]),
    " ",
    reason,
  );
  return [piece(indent, reason), ...words, ...printBlock(statement.block, indent, reason), piece(";", reason)];
}

/** A list, such as of addresses, stands on one line. */
function printBlock(block: readonly Statement[] | undefined, indent: string, reason: Reason): readonly Piece[] {
  if (block === undefined) return [];
  if (block.every(({ words, block: inner }) => inner === undefined && (words.length === 1 || block.length === 1))) {
    const items = block.map((statement) => printStatement(statement, "", reason));
    return [piece(" { ", reason), ...join(items, " ", reason), piece(" }", reason)];
  }
  const lines = block.map((statement) => printStatement(statement, `${indent}${INDENT}`, reason));
  return [piece(" {\n", reason), ...join(lines, "\n", reason), piece(`\n${indent}}`, reason)];
}

function printWord(given: Word, parent: Reason): Piece {
  const [word, reason] = reveal(given, parent);
  if (typeof word === "string") return piece(quoted(word), reason);
  if (!KEYWORD.test(word.text)) throw new Error(`no word of BIND: ${JSON.stringify(word.text)}`);
  return piece(word.text, word === given ? inherited(reason) : reason);
}

/** BIND knows an escape for the quote and for itself, and no text of several lines. */
function quoted(text: string): string {
  if (/\p{Cc}|\p{Cs}/u.test(text)) throw new Error(`BIND cannot say ${JSON.stringify(text)}`);
  return `"${text.replace(/[\\"]/g, (character) => `\\${character}`)}"`;
}
