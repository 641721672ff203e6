import { escapeUnprintable, isPrintable, shortOrLongEscape } from "../unprintable.ts";

/** Words that start with a letter or slash and hold nothing that YAML 1.1 or 1.2 gives a meaning. */
const PLAIN = /^[A-Za-z_/][A-Za-z0-9_.@/+=-]*(?:[ :,][A-Za-z0-9_.@/+=-]+)*$/;

/** Quantities as Kubernetes writes them, `250m`, `256Mi`, `5s`: no reader takes one for a number. */
const QUANTITY = /^[1-9][0-9]*(?:m|s|[KMGT]i)$/;

/** What looks plain and is a boolean, a null or a number to some reader. */
const TAKEN = /^(?:y|n|yes|no|on|off|true|false|null|nan|inf|e\d+)$/i;

export function yamlString(text: string): string {
  return (PLAIN.test(text) && !TAKEN.test(text)) || QUANTITY.test(text) ? text : quote(text);
}

/** PyYAML reads `1e+21` as text: YAML 1.1 wants a dot in a float. */
export function yamlNumber(value: number): string {
  if (!Number.isFinite(value)) throw new Error(`no YAML number of ours is ${value}`);
  return String(value).replace(/^(-?\d+)e/, "$1.0e");
}

/** The lines of a literal block scalar and its header, when every reader takes them as they stand. */
export function blockScalar(
  text: string,
): { readonly header: "|" | "|-"; readonly lines: readonly string[] } | undefined {
  const lines = text.split("\n");
  const ends = lines.at(-1) === "";
  const content = ends ? lines.slice(0, -1) : lines;
  if (lines.length < 2 || !content.every(isSafeLine)) return undefined;
  if (!/^\S/.test(content[0] ?? "") || content.at(-1) === "") return undefined;
  return { header: ends ? "|" : "|-", lines: content };
}

function isSafeLine(line: string): boolean {
  return isPrintable(line.replaceAll("\t", " ")) && !/\s$/.test(line) && !line.startsWith("\t");
}

/** A JSON string is a YAML string as well, once nothing invisible stands in it. */
function quote(text: string): string {
  return escapeUnprintable(JSON.stringify(text), shortOrLongEscape);
}
