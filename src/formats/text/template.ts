import { ORIGINS, type Origins, type Traced } from "../origin.ts";

/** A template that `npm run templates` has compiled ahead, from the `.njk` file beside the emitter that uses it. */
export interface Template {
  readonly name: string;
  /** nunjucks' own code for it. */
  readonly code: object;
}

/** What a template is about. Data is never code here: it is not rendered again, whatever it holds. */
export type TemplateValue =
  | string
  | number
  | boolean
  | undefined
  | readonly TemplateValue[]
  | { readonly [name: string]: TemplateValue }
  | Traced<TemplateValue>;

/** A file of prose, such as Markdown or a runbook's shell, that no tree of ours describes. */
export interface TemplateDocument {
  readonly format: "template";
  readonly template: Template;
  readonly values: { readonly [name: string]: TemplateValue };
  readonly [ORIGINS]?: Origins;
}

/** A template about these values, there for these reasons; traced values tell their own. */
export const filled = (
  template: Template,
  values: TemplateDocument["values"],
  origins: Origins = [],
): TemplateDocument => ({ format: "template", template, values, [ORIGINS]: origins });
