import type { Label } from "../environment/label.ts";
import type { Context } from "./context.ts";
import { textAt } from "./read.ts";
import type { Section } from "./section.ts";

/** The labels that an element has, or asks of machines, in order of name. */
export const resolveLabels = (
  context: Context,
  { at, value }: Section<{ readonly labels?: Readonly<Record<string, string | undefined>> }>,
): readonly Label[] =>
  Object.entries(value.labels ?? {})
    .flatMap(([name, label]) => {
      const place = [...at, "labels", name];
      return label === undefined ? [] : [{ name, at: place, value: textAt(context, place, label) }];
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1));
