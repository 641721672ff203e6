import { diagnose } from "../diagnostics/diagnostic.ts";
import type { Context } from "./context.ts";
import type { Section } from "./section.ts";

/** The keys that only some kinds of an element have, with those kinds; the schema allows the keys of every kind. */
export type KindKeys<K extends string> = Readonly<Record<string, readonly K[]>>;

/** Reports the keys of another kind than the element is of. */
export function refuseForeignKeys<K extends string>(
  context: Context,
  { at, value }: Section<object>,
  kind: K,
  keys: KindKeys<K>,
): void {
  for (const [key, kinds] of Object.entries(keys))
    if ((value as Readonly<Record<string, unknown>>)[key] !== undefined && !kinds.includes(kind))
      context.report(diagnose("key-of-another-kind", { at: [...at, key], part: "key" }, { key, kind, kinds }));
}

/** Reports the keys that an element of this kind cannot do without. */
export function requireKeys(
  context: Context,
  { at, value }: Section<object>,
  where: string,
  keys: readonly string[],
): boolean {
  const missing = keys.filter((key) => (value as Readonly<Record<string, unknown>>)[key] === undefined);
  for (const key of missing) context.report(diagnose("missing-key", at, { key, where }));
  return missing.length === 0;
}
