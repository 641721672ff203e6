import { commentLines, join, noReason, type Piece, piece, printed, type Reason } from "../lines.ts";
import { ORIGINS, type Printed } from "../origin.ts";
import { spaced } from "./assignments.ts";
import { assignment } from "./expression.ts";
import { identifier, label } from "./literal.ts";
import type { Attribute, Block, Expression, HclDocument } from "./tree.ts";

/** The document as `terraform fmt` leaves it. */
export function printHcl(document: HclDocument): Printed {
  const header = document.comment === undefined ? [] : [[piece(commentLines(document.comment).join("\n"), noReason)]];
  const groups = [...header, ...sections(document.blocks).map((section) => topLevel(section))];
  return printed(groups.length === 0 ? [] : [...join(groups, "\n\n", noReason), piece("\n", noReason)]);
}

type Section = Block | readonly Attribute[];

/** Blocks, and what stands between them as one group of attributes. */
function sections(entries: HclDocument["blocks"]): readonly Section[] {
  const found: (Block | Attribute[])[] = [];
  for (const entry of entries) {
    const last = found.at(-1);
    if (entry.kind === "block") found.push(entry);
    else if (Array.isArray(last)) last.push(entry);
    else found.push([entry]);
  }
  return found;
}

function topLevel(section: Section): readonly Piece[] {
  return "kind" in section
    ? printBlock(section, "", noReason)
    : attributes(
        section.map(({ name, value }) => [name, value]),
        "",
        noReason,
      );
}

function printBlock(block: Block, indent: string, parent: Reason): readonly Piece[] {
  const reason = { origins: block[ORIGINS] ?? parent.origins, own: false };
  const comment = block.comment === undefined ? [] : commentLines(block.comment).map((line) => `${line}\n${indent}`);
  const header = [identifier(block.type), ...block.labels.map(label)].join(" ");
  return [piece(`${comment.join("")}${header} {`, reason), ...body(block, indent, reason), piece("}", reason)];
}

/** Attributes first, as `terraform`'s style guide has it, then blocks; a blank line between all that is not an attribute. */
function body(block: Block, indent: string, reason: Reason): readonly Piece[] {
  const inner = `${indent}  `;
  const given = Object.entries(block.attributes).filter(
    (entry): entry is [string, Expression] => entry[1] !== undefined,
  );
  const groups = [
    ...(given.length === 0 ? [] : [attributes(given, inner, reason)]),
    ...block.blocks.map((nested) => printBlock(nested, inner, reason)),
  ];
  if (groups.length === 0) return [];
  return [piece(`\n${inner}`, reason), ...join(groups, `\n\n${inner}`, reason), piece(`\n${indent}`, reason)];
}

function attributes(
  given: readonly (readonly [string, Expression])[],
  indent: string,
  reason: Reason,
): readonly Piece[] {
  return spaced(
    given.map(([name, value]) => assignment(identifier(name), value, indent, reason)),
    indent,
    reason,
  );
}
