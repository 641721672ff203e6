import { loadNunjucks } from "./nunjucks.gen.js";
import type { Template } from "./template.ts";

export type Filters = { readonly [name: string]: (value: unknown) => string };

/**
 * nunjucks in strict mode: a bare `{{ x }}` is an error, whatever x is, as are an unknown value and a filter that is not
 * among these. nunjucks' own filters are gone, since `safe` and its like would let text through as it is.
 */
export function render({ name, code }: Template, values: object, filters: Filters): string {
  const nunjucks = loadNunjucks();
  nunjucks.lib.escape = refuse;
  const engine = new nunjucks.Environment([], { autoescape: true, throwOnUndefined: true });
  const doors = Object.entries(filters).map(([language, quote]): [string, (value: unknown) => object] => [
    language,
    (value) => new nunjucks.runtime.SafeString(quote(value)),
  ]);
  engine.filters = Object.assign(Object.create(null), Object.fromEntries(doors));
  return new nunjucks.Template({ type: "code", obj: code }, engine, name).render(values);
}

const refuse = (text: string): never => {
  throw new Error(`a template prints a value without the filter of its language: ${JSON.stringify(text)}`);
};
