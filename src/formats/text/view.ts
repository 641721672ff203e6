import { inherited, type Reason, reveal } from "../lines.ts";
import { isTemplateDocument, type TemplateValue } from "./template.ts";

/** A string or number as a template sees it: for a filter to print, or to compare with `==`, but always true by itself. */
export interface Leaf {
  readonly text: string;
  readonly reason: Reason;
  readonly toString: () => string;
}

const leaves = new WeakSet<object>();

/** A value without its traces, but each text and number in it with its reason. Booleans, documents and what is missing stay as they are. */
export function view(given: TemplateValue, parent: Reason): unknown {
  if (isTemplateDocument(given)) return given;
  const [value, reason] = reveal(given, parent);
  if (typeof value === "string" || typeof value === "number") return leaf(String(value), reason);
  if (typeof value !== "object") return value;
  const around = inherited(reason);
  if (Array.isArray(value)) return value.map((item) => view(item, around));
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, view(item, around)]));
}

export const isLeaf = (value: unknown): value is Leaf =>
  typeof value === "object" && value !== null && leaves.has(value);

function leaf(text: string, reason: Reason): Leaf {
  const made: Leaf = { text, reason, toString: () => text };
  leaves.add(made);
  return made;
}
