import { type Part, type Text, text } from "../../compiler/environment/text.ts";
import { ORIGINS } from "../../formats/origin.ts";

/** The two halves of `repository:tag`; the tag begins after the last colon that no slash follows. */
export function splitReference(of: Text): { readonly repository: Text; readonly tag: Text | undefined } {
  const index = of.parts.findLastIndex((part) => typeof part === "string" && /:[^/]*$/.test(part));
  const part = of.parts[index];
  if (typeof part !== "string") return { repository: of, tag: undefined };
  const colon = part.lastIndexOf(":");
  const half = (parts: readonly Part[]): Text =>
    text(
      parts.filter((each) => each !== ""),
      of[ORIGINS],
    );
  return {
    repository: half([...of.parts.slice(0, index), part.slice(0, colon)]),
    tag: half([part.slice(colon + 1), ...of.parts.slice(index + 1)]),
  };
}
