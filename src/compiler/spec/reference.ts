import type { SpecPath } from "../../formats/origin.ts";

/** A reference as written: `${apps.api.url}` is `["apps", "api", "url"]`. */
export type ReferencePath = readonly string[];

export type WrittenPart = string | { readonly reference: ReferencePath; readonly source: string };

/** The parts of a string, or the text of the reference that is none. */
export type Parsed = readonly WrittenPart[] | { readonly malformed: string };

const name = "[A-Za-z][A-Za-z0-9_-]*";
const reference = new RegExp(`^${name}(?:\\.${name})*$`);

/** Splits a string at its `${…}`; `$${` is a literal `${`. */
export function parseReferences(value: string): Parsed {
  const parts: WrittenPart[] = [];
  let text = "";
  for (let index = 0; index < value.length;) {
    if (value.startsWith("$${", index)) {
      text += "${";
      index += 3;
    } else if (value.startsWith("${", index)) {
      const end = value.indexOf("}", index);
      const source = value.slice(index, end < 0 ? undefined : end + 1);
      const inner = source.slice(2, -1);
      if (end < 0 || !reference.test(inner)) return { malformed: source };
      if (text !== "") parts.push(text);
      parts.push({ reference: inner.split("."), source });
      text = "";
      index = end + 1;
    } else {
      text += value[index];
      index += 1;
    }
  }
  if (text !== "" || parts.length === 0) parts.push(text);
  return parts;
}

/** A path as it is written in a spec: `apps.web.routes[0].host`. */
export const showPath = (path: SpecPath): string =>
  path.map((key, index) => (typeof key === "number" ? `[${key}]` : index === 0 ? key : `.${key}`)).join("");
