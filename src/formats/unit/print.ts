import { commentLines, inherited, join, noReason, type Piece, piece, printed, type Reason, reveal } from "../lines.ts";
import { ORIGINS, type Printed } from "../origin.ts";
import { named } from "./parts.ts";
import { argument, assigned, path, plain, word } from "./quote.ts";
import type { Argument, Command, CommandLine, Directive, Section, UnitDocument, UnitValue } from "./tree.ts";

const SECTION = /^[A-Za-z][A-Za-z0-9-]*$/;
const DIRECTIVE = /^[A-Za-z][A-Za-z0-9-]*$/;

export function printUnit(document: UnitDocument): Printed {
  const header = document.comment === undefined ? [] : [[piece(commentLines(document.comment).join("\n"), noReason)]];
  const groups = [...header, ...document.sections.map(printSection)];
  return printed(groups.length === 0 ? [] : [...join(groups, "\n\n", noReason), piece("\n", noReason)]);
}

function printSection(section: Section): readonly Piece[] {
  const reason = { origins: section[ORIGINS] ?? [], own: false };
  const header = [piece(`[${named(section.name, SECTION, "section")}]`, reason)];
  return join([header, ...section.directives.map((directive) => printDirective(directive, reason))], "\n", reason);
}

function printDirective({ name, value }: Directive, parent: Reason): readonly Piece[] {
  const [, reason] = reveal(value, parent);
  return [piece(`${named(name, DIRECTIVE, "directive")}=`, inherited(reason)), ...printValue(value, parent)];
}

function printValue(given: UnitValue, parent: Reason): readonly Piece[] {
  const [value, reason] = reveal(given, parent);
  if (typeof value === "string") return plain(value, reason);
  switch (value.kind) {
    case "command":
      return printCommand(value, reason);
    case "assignment":
      return assigned(value, reason);
    case "words":
      return join(
        value.words.map((given) => word(given, reason)),
        " ",
        reason,
      );
    default:
      return plain(value, reason);
  }
}

function printCommand({ prefixes, lines }: Command, reason: Reason): readonly Piece[] {
  const printedLines = lines.map((line, index) => printLine(line, index === 0, reason));
  return [piece(prefixes.join(""), inherited(reason)), ...join(printedLines, " \\\n  ", reason)];
}

function printLine(line: CommandLine, isFirst: boolean, parent: Reason): readonly Piece[] {
  const [argv, reason] = reveal(line, parent);
  if (argv.length === 0) throw new Error("no line of a command is empty");
  const print = (given: Argument, index: number) => (isFirst && index === 0 ? path : argument)(given, reason);
  return join(argv.map(print), " ", reason);
}
