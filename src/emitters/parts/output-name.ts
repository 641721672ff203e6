import type { AttributeReference } from "../../compiler/environment/text.ts";

/** `database_main_host`: the output of Terraform by which other targets ask for an attribute. */
export const outputName = ({ section, name, attribute }: AttributeReference): string =>
  [section, name, attribute].map(snake).join("_");

export const snake = (word: string): string =>
  word.replaceAll("-", "_").replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
