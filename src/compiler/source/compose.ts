import { Composer, type CST, type ErrorCode, type ParsedNode } from "yaml";
import { LIMITS } from "./limits.ts";

/** What the parser did not like, at UTF-16 offsets. */
export interface Complaint {
  readonly code: ErrorCode;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** The nodes of the document, as far as they could be made out. */
export interface Composed {
  readonly root: ParsedNode | null;
  readonly complaints: readonly Complaint[];
}

type Place = number | readonly [number, number, ...number[]] | { readonly offset: number; readonly source?: string };
type Listener = (place: Place, code: ErrorCode, text: string, warning?: boolean) => void;

const ENOUGH = Symbol("more complaints than anybody reads");

/** Scalars stay text; specc resolves them itself, since the parser's numbers and keys lose what was written. */
const OPTIONS = { schema: "failsafe", uniqueKeys: false, version: "1.2", prettyErrors: false } as const;

const ABOUT_TAGS: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  "TAG_RESOLVE_FAILED",
  "MULTIPLE_TAGS",
  "BAD_COLLECTION_TYPE",
]);

/** Turns the tokens of a bounded text into nodes. */
export function compose(tokens: readonly CST.Token[]): Composed {
  const complaints: Complaint[] = [];
  const composer = listeningComposer((place, code, text, warning) => {
    if (isHarmless(code, warning)) return;
    if (complaints.length >= LIMITS.findings) throw ENOUGH;
    complaints.push({ code, text, ...rangeOf(place) });
  });
  try {
    return { root: rootOf(composer, tokens, complaints), complaints };
  } catch (thrown) {
    if (thrown !== ENOUGH) throw thrown;
    return { root: null, complaints };
  }
}

/** The composer makes an error object for each complaint, millions for a hostile text; we listen before it does. */
function listeningComposer(listener: Listener): Composer {
  const composer = new Composer(OPTIONS);
  (composer as unknown as { onError: Listener }).onError = listener;
  return composer;
}

function rootOf(composer: Composer, tokens: readonly CST.Token[], complaints: Complaint[]): ParsedNode | null {
  let root: ParsedNode | null = null;
  for (const token of tokens) {
    if (token.type === "error") complaints.push({ code: "UNEXPECTED_TOKEN", text: token.message, ...rangeOf(token) });
    if (token.type === "document") for (const _ of composer.next(token));
  }
  for (const document of composer.end()) root = document.contents as ParsedNode | null;
  return root;
}

/** A closing bracket below the key is how everybody writes it; tags have been refused before. */
const isHarmless = (code: ErrorCode, warning: boolean | undefined): boolean =>
  (code === "BAD_INDENT" && warning === true) || ABOUT_TAGS.has(code);

function rangeOf(place: Place): { readonly start: number; readonly end: number } {
  if (typeof place === "number") return { start: place, end: place + 1 };
  if ("offset" in place) return { start: place.offset, end: place.offset + (place.source?.length ?? 1) };
  return { start: place[0], end: place[1] };
}
