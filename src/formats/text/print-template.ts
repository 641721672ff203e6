import { noReason, type Piece, piece, printed, type Reason, textOf } from "../lines.ts";
import { ORIGINS, type Printed } from "../origin.ts";
import { type Filters, render } from "./engine.ts";
import { comment } from "./quote/comment.ts";
import { markdown, markdownCode } from "./quote/markdown.ts";
import { wholeNumber } from "./quote/number.ts";
import { rubyString } from "./quote/ruby.ts";
import { shellLine, shellWord } from "./quote/shell.ts";
import { isTemplateDocument, type TemplateDocument } from "./template.ts";
import { isLeaf, view } from "./view.ts";

/** The doors through which a value gets into a template's output, by the language that stands around it. */
const languages: { readonly [filter: string]: (text: string) => string } = {
  comment,
  markdown,
  markdownCode,
  number: wholeNumber,
  ruby: rubyString,
  shell: shellWord,
  shellLine,
};

/**
 * Renders a template and finds out why each line is there. A filter leaves a number between two NULs in the output and
 * lays the quoted value aside; what nunjucks returns is therefore the template's own text, with numbers that stand for
 * values. Only then do the values take their places, each with its reason. So no value can look like such a number, and a
 * value of several lines accounts for all of them. What the template says itself is there because the document is.
 */
export function printTemplate(document: TemplateDocument): Printed {
  const pieces = piecesOf(document, noReason);
  const reason = { origins: document[ORIGINS] ?? [], own: false };
  return printed(textOf(pieces).endsWith("\n") ? pieces : [...pieces, piece("\n", reason)]);
}

function piecesOf(document: TemplateDocument, around: Reason): readonly Piece[] {
  const reason = { origins: document[ORIGINS] ?? around.origins, own: false };
  const values: (readonly Piece[])[] = [];
  const seen = Object.entries(document.values).map(([name, value]) => [name, view(value, reason)]);
  const output = render(document.template, Object.fromEntries(seen), filtersInto(values, reason));
  return output
    .split("\0")
    .flatMap((part, index) => (index % 2 === 0 ? [piece(part, reason)] : (values[Number(part)] ?? [])));
}

/** Each filter by what it makes of a value. */
const filtersInto = (values: (readonly Piece[])[], reason: Reason): Filters => {
  const laidAside = (pieces: readonly Piece[]): string => `\0${values.push(pieces) - 1}\0`;
  const doors = Object.entries(languages).map(([name, quote]): [string, Filters[string]] => [
    name,
    (value) => {
      const { text, reason: own } = textIn(value, name);
      return laidAside([piece(quote(text), own)]);
    },
  ]);
  return Object.fromEntries([...doors, ["part", (value: unknown) => laidAside(open(piecesOf(partIn(value), reason)))]]);
};

/** The line that a part ends with is ended by the template around it. */
const open = (pieces: readonly Piece[]): readonly Piece[] =>
  pieces.map((each, index) => (index === pieces.length - 1 ? { ...each, text: each.text.replace(/\n$/, "") } : each));

/** A document that stands within another. */
function partIn(value: unknown): TemplateDocument {
  if (isTemplateDocument(value)) return value;
  throw new Error("a template hands `part` what is no document");
}

/** A value, or a text of the template itself; never what another filter has made, which is text of another language. */
function textIn(value: unknown, filter: string): { readonly text: string; readonly reason: Reason } {
  if (isLeaf(value)) return value;
  if (typeof value === "string" && !value.includes("\0")) return { text: value, reason: noReason };
  throw new Error(`a template hands \`${filter}\` what is no text and no number`);
}
