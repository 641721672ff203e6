import { type Origins, type Traced, traced } from "../../formats/origin.ts";
import type { TemplateValue } from "../../formats/text/template.ts";

/** A part of a word of the script: text as it is, or a variable of the script. */
export type WordPart = { readonly text: string } | { readonly variable: "here" | "commit" };

/** One word of a command, and why it is there. */
export type Word = Traced<readonly WordPart[]>;

export const here: WordPart = { variable: "here" };

export const said = (...texts: readonly string[]): WordPart => ({ text: texts.join("") });

export const word = (parts: readonly WordPart[], origins: Origins): Word => traced(parts, ...origins);

export const plain = ({ value, ...origins }: Traced<string>): Word => ({ ...origins, value: [said(value)] });

/** A word as the template takes it. */
export const wordView = (given: Word): TemplateValue => ({
  ...given,
  value: given.value.map((part): TemplateValue => ({ ...part })),
});
