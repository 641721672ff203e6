import { commentLines, inherited, join, noReason, type Piece, piece, printed, type Reason } from "../lines.ts";
import { ORIGINS, type Printed } from "../origin.ts";
import type { NginxDocument, Statement } from "./tree.ts";
import { word } from "./word.ts";

const INDENT = "    ";

/** Statements below each other, a blank line around each block. */
export function printNginx(document: NginxDocument): Printed {
  const header = document.comment === undefined ? [] : [[piece(commentLines(document.comment).join("\n"), noReason)]];
  const body = document.statements.length === 0 ? [] : [printStatements(document.statements, "", noReason)];
  const groups = [...header, ...body];
  return printed(groups.length === 0 ? [] : [...join(groups, "\n\n", noReason), piece("\n", noReason)]);
}

function printStatements(statements: readonly Statement[], indent: string, parent: Reason): readonly Piece[] {
  return statements.flatMap((statement, index) => {
    const before = statements[index - 1];
    const isApart = before !== undefined && (before.block !== undefined || statement.block !== undefined);
    const gap = before === undefined ? [] : [piece(isApart ? "\n\n" : "\n", inherited(parent))];
    return [...gap, ...printStatement(statement, indent, parent)];
  });
}

function printStatement(statement: Statement, indent: string, parent: Reason): readonly Piece[] {
  const { words, block, comment } = statement;
  if (words.length === 0) throw new Error("no statement of nginx is empty");
  const reason = { origins: statement[ORIGINS] ?? parent.origins, own: false };
  const remark = comment === undefined ? [] : commentLines(comment).map((line) => piece(`${indent}${line}\n`, reason));
  const printedWords = words.map((given) => word(given, reason));
  return [...remark, piece(indent, reason), ...join(printedWords, " ", reason), ...printEnd(block, indent, reason)];
}

function printEnd(block: readonly Statement[] | undefined, indent: string, reason: Reason): readonly Piece[] {
  if (block === undefined) return [piece(";", reason)];
  if (block.length === 0) return [piece(" {}", reason)];
  const body = printStatements(block, `${indent}${INDENT}`, reason);
  return [piece(" {\n", reason), ...body, piece(`\n${indent}}`, reason)];
}
