import type { Text } from "../../compiler/environment/text.ts";
import { referenceName } from "../parts/reference-name.ts";

/** A text for people: what specc compiled with, and the names of what only the deployment knows. */
export const shownText = ({ parts }: Text): string =>
  parts
    .map((part) => {
      if (typeof part === "string") return part;
      return part.kind === "variable" ? part.value : referenceName(part);
    })
    .join("");
