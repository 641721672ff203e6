import type { Command } from "../../compiler/environment/pipeline.ts";
import type { BuildReference, Part, Text } from "../../compiler/environment/text.ts";
import { shellWord } from "../../formats/text/quote/shell.ts";

/** How a service tells its jobs what they build. */
export type BuildWords = Readonly<Record<BuildReference["attribute"], string>>;

export const githubWords: BuildWords = { commit: "$GITHUB_SHA", branch: "$GITHUB_REF_NAME", tag: "$GITHUB_REF_NAME" };
export const travisWords: BuildWords = { commit: "$TRAVIS_COMMIT", branch: "$TRAVIS_BRANCH", tag: "$TRAVIS_TAG" };

/** A command as a line of a shell. */
export const commandLine = (command: Command, builds: BuildWords): string =>
  command.map((each) => shellText(each, builds)).join(" ");

/** A text as one word of a shell. */
export const shellText = ({ parts }: Text, builds: BuildWords): string =>
  parts.map((part) => wordOf(part, builds)).join("");

function wordOf(part: Part, builds: BuildWords): string {
  if (typeof part === "string") return shellWord(part);
  if (part.kind === "variable") return shellWord(part.value);
  if (part.kind === "build") return `"${builds[part.attribute]}"`;
  throw new Error(`a pipeline has no word for a ${part.kind}`);
}
