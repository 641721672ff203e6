import type { Environment } from "../../compiler/environment/environment.ts";
import type { Part, Text } from "../../compiler/environment/text.ts";
import { ORIGINS } from "../../formats/origin.ts";
import { filled, type TemplateDocument, type TemplateValue } from "../../formats/text/template.ts";
import { inputVariable } from "./inputs.ts";
import { variableOf } from "./late-bound.ts";
import { wordSh } from "./templates.gen.ts";
import { buildVariable } from "./values.ts";

/** A text as one word of a shell: what is known as it is, and variables that the deployer sets or the scripts have read. */
export const word = (environment: Environment, { parts, [ORIGINS]: origins }: Text): TemplateDocument =>
  filled(wordSh, { parts: parts.map((part) => partView(environment, part)) }, origins);

/** What the script was called with. */
export const argumentWord = (argument: string): TemplateDocument =>
  filled(wordSh, { parts: [{ variable: argumentVariable(argument) }] });

/** The prefix keeps arguments apart from what the environment has already. */
export const argumentVariable = (argument: string): string => `arg_${argument}`;

function partView(environment: Environment, part: Part): TemplateValue {
  if (typeof part === "string") return { text: part };
  if (part.kind === "build") return { variable: buildVariable(part.attribute) };
  if (part.kind === "secret" || part.kind === "attribute") return { variable: variableOf(part) };
  if (part.kind === "self") return { text: "" };
  const read = inputVariable(environment, part.name);
  return read === undefined ? { text: part.value } : { variable: read };
}
