import { ORIGINS, type Origins, type Traced } from "../origin.ts";

/** A template that `npm run templates` has compiled ahead, from the `.njk` file beside the emitter that uses it. */
export interface Template {
  readonly name: string;
  /** nunjucks' own code for it. */
  readonly code: object;
}

/**
 * What a template is about. Data is never code here: it is not rendered again, whatever it holds. A document of another
 * template is a value too; the filter `part` prints it where it stands, so it must be of the language that stands around it.
 */
export type TemplateValue =
  | string
  | number
  | boolean
  | undefined
  | readonly TemplateValue[]
  | { readonly [name: string]: TemplateValue }
  | TemplateDocument
  | Traced<TemplateValue>;

/** A file of prose, such as Markdown or a runbook's shell, that no tree of ours describes. */
export interface TemplateDocument {
  readonly format: "template";
  readonly template: Template;
  readonly values: { readonly [name: string]: TemplateValue };
  readonly [ORIGINS]?: Origins;
}

export const isTemplateDocument = (value: unknown): value is TemplateDocument =>
  typeof value === "object" && value !== null && "template" in value && "values" in value;

/** A template about these values, there for these reasons; traced values tell their own. */
export const filled = (
  template: Template,
  values: TemplateDocument["values"],
  origins: Origins = [],
): TemplateDocument => ({ format: "template", template, values, [ORIGINS]: origins });
