import type { ContainerImage } from "../../compiler/environment/image.ts";
import type { Part, Text } from "../../compiler/environment/text.ts";
import { ORIGINS } from "../../formats/origin.ts";
import { said, type Word, type WordPart, word } from "./shell-word.ts";

/** What an image is called where it runs: as it was pushed, by the commit that is checked out. */
export function imageWord(image: Text, builtFrom: ContainerImage | undefined): Word {
  const registry = builtFrom?.build === undefined ? undefined : builtFrom.registry;
  if (builtFrom === undefined || registry?.naming === undefined) return word(partsOf(image, ""), image[ORIGINS]);
  return word(
    [...partsOf(registry.url, ""), said("/"), ...partsOf(registry.naming, builtFrom.name)],
    [{ at: builtFrom.at }, ...registry.naming[ORIGINS]],
  );
}

const partsOf = ({ parts }: Text, name: string): readonly WordPart[] => parts.map((part) => partOf(part, name));

function partOf(part: Part, name: string): WordPart {
  if (typeof part === "string") return said(part);
  if (part.kind === "build") return { variable: "commit" };
  return said(part.kind === "variable" ? part.value : name);
}

export const namesCommit = ({ value }: Word): boolean =>
  value.some((part) => "variable" in part && part.variable === "commit");
