import { noReason, type Piece, piece, printed, type Reason } from "../lines.ts";
import { ORIGINS, type Printed } from "../origin.ts";
import { type Filters, render } from "./engine.ts";
import { comment } from "./quote/comment.ts";
import { markdown, markdownCode } from "./quote/markdown.ts";
import { wholeNumber } from "./quote/number.ts";
import { rubyString } from "./quote/ruby.ts";
import { shellLine, shellWord } from "./quote/shell.ts";
import type { TemplateDocument } from "./template.ts";
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
  const reason = { origins: document[ORIGINS] ?? [], own: false };
  const values: Piece[] = [];
  const seen = Object.entries(document.values).map(([name, value]) => [name, view(value, reason)]);
  const output = render(document.template, Object.fromEntries(seen), filtersInto(values));
  const pieces = output.split("\0").flatMap((part, index) => {
    const value = index % 2 === 0 ? piece(part, reason) : values[Number(part)];
    return value === undefined ? [] : [value];
  });
  return printed(output.endsWith("\n") ? pieces : [...pieces, piece("\n", reason)]);
}

const filtersInto = (values: Piece[]): Filters =>
  Object.fromEntries(
    Object.entries(languages).map(([name, quote]) => [
      name,
      (value: unknown) => {
        const { text, reason } = textIn(value, name);
        return `\0${values.push(piece(quote(text), reason)) - 1}\0`;
      },
    ]),
  );

/** A value, or a text of the template itself; never what another filter has made, which is text of another language. */
function textIn(value: unknown, filter: string): { readonly text: string; readonly reason: Reason } {
  if (isLeaf(value)) return value;
  if (typeof value === "string" && !value.includes("\0")) return { text: value, reason: noReason };
  throw new Error(`a template hands \`${filter}\` what is no text and no number`);
}
