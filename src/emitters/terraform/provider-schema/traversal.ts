/** `aws_instance.web["a"].id` taken apart. */
export interface Traversal {
  readonly text: string;
  readonly root: string;
  readonly steps: readonly Step[];
}

export type Step =
  | { readonly kind: "attribute"; readonly name: string }
  | { readonly kind: "index"; readonly code: string }
  | { readonly kind: "splat" };

const KEYWORDS: ReadonlySet<string> = new Set(["true", "false", "null", "for", "in", "if"]);
const TEXT = /^"(?:[^"\\]|\\.)*"/;
const NUMBER = /^\d[\w.]*/;
const IDENTIFIER = /^[A-Za-z_][\w-]*/;
const ATTRIBUTE = /^\.([A-Za-z_][\w-]*)/;
const SPLAT = /^(?:\.\*|\[\*\])/;
const INDEX = /^\[((?:"(?:[^"\\]|\\.)*"|\[[^\]]*\]|[^"[\]])*)\]/;
const LOOP = /\bfor\s+([A-Za-z_][\w-]*)(?:\s*,\s*([A-Za-z_][\w-]*))?\s+in\b/g;
const INTERPOLATION = /(?<!\$)\$\{([^}]*)\}/g;

/** Every traversal in a piece of HCL code, those within indexes and interpolations included. */
export function traversalsIn(code: string): readonly Traversal[] {
  const found: Traversal[] = [];
  for (let rest = code; rest !== "";) {
    const length = skipped(rest);
    if (length > 0) {
      found.push(...interpolated(rest.slice(0, length)));
      rest = rest.slice(length);
      continue;
    }
    const traversal = traversalAt(rest);
    rest = rest.slice(traversal.text.length);
    if (isRead(traversal, rest)) found.push(traversal);
    found.push(...traversal.steps.flatMap((step) => (step.kind === "index" ? traversalsIn(step.code) : [])));
  }
  return found;
}

/** The names that `for` binds somewhere in the code. */
export const loopVariablesIn = (code: string): readonly string[] =>
  [...code.matchAll(LOOP)].flatMap(([, first, second]) => [first, second]).filter((name) => name !== undefined);

/** The length of what no traversal begins with: a literal, punctuation, or an attribute of what `()` or `]` ends. */
function skipped(code: string): number {
  const literal = TEXT.exec(code) ?? NUMBER.exec(code) ?? ATTRIBUTE.exec(code);
  if (literal !== null) return literal[0].length;
  return IDENTIFIER.test(code) ? 0 : 1;
}

const interpolated = (text: string): readonly Traversal[] =>
  text.startsWith('"') ? [...text.matchAll(INTERPOLATION)].flatMap(([, code]) => traversalsIn(code ?? "")) : [];

function traversalAt(code: string): Traversal {
  const root = IDENTIFIER.exec(code)?.[0] ?? "";
  const steps: Step[] = [];
  let length = root.length;
  for (;;) {
    const next = stepAt(code.slice(length));
    if (next === undefined) return { text: code.slice(0, length), root, steps };
    steps.push(next.step);
    length += next.length;
  }
}

function stepAt(code: string): { readonly step: Step; readonly length: number } | undefined {
  const splat = SPLAT.exec(code);
  if (splat !== null) return { step: { kind: "splat" }, length: splat[0].length };
  const attribute = ATTRIBUTE.exec(code);
  if (attribute !== null) return { step: { kind: "attribute", name: attribute[1] ?? "" }, length: attribute[0].length };
  const index = INDEX.exec(code);
  return index === null ? undefined : { step: { kind: "index", code: index[1] ?? "" }, length: index[0].length };
}

/** A keyword, the name of a function and the key of an object read nothing. */
function isRead({ root, steps }: Traversal, rest: string): boolean {
  if (steps.length > 0) return !KEYWORDS.has(root);
  return !KEYWORDS.has(root) && !/^(?:\(|::|\s*=(?!=))/.test(rest);
}
