/** A plain scalar by the core schema of YAML 1.2, or why it is refused. */
export type Resolved =
  | { readonly value: string | number | boolean | null }
  | { readonly refused: "unsafe-integer" | "not-finite" | "negative-zero" };

const WORDS: ReadonlyMap<string, boolean | null> = new Map<string, boolean | null>([
  ...["", "~", "null", "Null", "NULL"].map((word) => [word, null] as const),
  ...["true", "True", "TRUE"].map((word) => [word, true] as const),
  ...["false", "False", "FALSE"].map((word) => [word, false] as const),
]);

const BASED = /^0(?:o[0-7]+|x[0-9a-fA-F]+)$/;
const DECIMAL = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/;
const LEADING_ZERO = /^[-+]?0[0-9]/;
const NOT_FINITE = /^(?:[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/;

export function resolvePlain(text: string): Resolved {
  const word = WORDS.get(text);
  if (word !== undefined) return { value: word };
  if (NOT_FINITE.test(text)) return { refused: "not-finite" };
  return isNumber(text) ? resolveNumber(Number(text)) : { value: text };
}

/** `010` is ten in YAML 1.2 and eight in YAML 1.1, and mostly a mode or a code: it stays the text that it is. */
const isNumber = (text: string): boolean => BASED.test(text) || (DECIMAL.test(text) && !LEADING_ZERO.test(text));

function resolveNumber(value: number): Resolved {
  if (!Number.isFinite(value)) return { refused: "not-finite" };
  if (Object.is(value, -0)) return { refused: "negative-zero" };
  return Number.isInteger(value) && !Number.isSafeInteger(value) ? { refused: "unsafe-integer" } : { value };
}
