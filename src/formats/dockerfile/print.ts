import { commentLines, inherited, join, noReason, type Piece, piece, printed, type Reason, reveal } from "../lines.ts";
import { ORIGINS, type Printed } from "../origin.ts";
import type { Code, DockerfileDocument, Exec, Instruction, Keyword, Pair, Value } from "./tree.ts";
import { argumentName, json, path, quoted, refusal, word } from "./word.ts";

/** A comment such as `# escape=x` at the top tells the builder how to read what follows. */
const DIRECTIVE = /^#\s*[A-Za-z][A-Za-z0-9]*\s*=/;

const LABEL = /^[A-Za-z0-9][A-Za-z0-9_./-]*$/;
const FLAG = /^[a-z][a-z-]*$/;

/** Instructions below each other, a blank line before each stage. */
export function printDockerfile(document: DockerfileDocument): Printed {
  const header = document.comment === undefined ? [] : [[piece(comment(document.comment), noReason)]];
  const stages = [...header, ...stagesOf(document.instructions).map(printStage)];
  return printed(stages.length === 0 ? [] : [...join(stages, "\n\n", noReason), piece("\n", noReason)]);
}

function comment(text: string): string {
  const lines = commentLines(text);
  const directive = lines.find((line) => DIRECTIVE.test(line));
  if (directive !== undefined) throw refusal("comment", directive);
  return lines.join("\n");
}

function stagesOf(instructions: readonly Instruction[]): readonly (readonly Instruction[])[] {
  const stages: Instruction[][] = [];
  for (const instruction of instructions) {
    if (stages.length === 0 || instruction.keyword === "FROM") stages.push([]);
    stages.at(-1)?.push(instruction);
  }
  return stages;
}

const printStage = (instructions: readonly Instruction[]): readonly Piece[] =>
  join(instructions.map(printInstruction), "\n", noReason);

function printInstruction(instruction: Instruction): readonly Piece[] {
  const { keyword, values } = instruction;
  const reason = { origins: instruction[ORIGINS] ?? [], own: false };
  const printedValues = values.map((value) => printValue(value, keyword, reason));
  const separator = values.every(isPair) ? ` \\\n${" ".repeat(keyword.length + 1)}` : " ";
  return [piece(`${keyword} `, reason), ...join(printedValues, separator, reason)];
}

const isPair = (given: Value): boolean => {
  const [value] = reveal(given, noReason);
  return typeof value === "object" && value.kind === "pair";
};

function printValue(given: Value, keyword: Keyword, parent: Reason): readonly Piece[] {
  const [value, reason] = reveal(given, parent);
  if (typeof value === "string") return word(value, reason);
  switch (value.kind) {
    case "exec":
      return printExec(value, reason);
    case "paths":
      return array(
        value.paths.map((given) => path(given, reason)),
        reason,
      );
    case "pair":
      return printPair(value, keyword, reason);
    case "flag":
      return [piece(`--${checked(value.name, FLAG)}=`, inherited(reason)), ...word(value.value, reason)];
    case "code":
      return printCode(value, reason);
    default:
      return word(value, reason);
  }
}

function printExec({ argv }: Exec, parent: Reason): readonly Piece[] {
  const items = argv.map((given) => {
    const [text, reason] = reveal(given, parent);
    return [piece(json(text), reason)];
  });
  return array(items, parent);
}

const array = (items: readonly (readonly Piece[])[], reason: Reason): readonly Piece[] => [
  piece("[", inherited(reason)),
  ...join(items, ", ", reason),
  piece("]", inherited(reason)),
];

function printPair({ name, value }: Pair, keyword: Keyword, reason: Reason): readonly Piece[] {
  const key = keyword === "LABEL" ? checked(name, LABEL) : argumentName(name);
  return [piece(`${key}=`, inherited(reason)), ...quoted(value, reason)];
}

function printCode({ lines }: Code, reason: Reason): readonly Piece[] {
  const broken = lines.find((line) => line.trim() === "" || /[\n\r]|\\$|^\s*#/.test(line));
  if (broken !== undefined) throw refusal("line", broken);
  return [piece(lines.join(" \\\n    "), reason)];
}

function checked(name: string, pattern: RegExp): string {
  if (!pattern.test(name)) throw refusal("name", name);
  return name;
}
