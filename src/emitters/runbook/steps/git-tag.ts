import type { Action } from "../../../compiler/environment/operation.ts";
import { filled } from "../../../formats/text/template.ts";
import type { Lowering } from "../step-script.ts";
import { word } from "../word.ts";
import { shownText } from "../shown-text.ts";
import { gitTagSh } from "./templates.gen.ts";

/** A release begins where the sources are: the commit there gets the tag, and the tag is pushed. */
export const gitTag: Lowering<Extract<Action, { kind: "gitTag" }>> = ({ environment, step }, { tag }) => [
  {
    name: "git_tag",
    text: `tag the commit of the sources ${shownText(tag)} and push the tag`,
    tools: ["git"],
    commands: filled(gitTagSh, { tag: word(environment, tag) }, [{ at: step.at }]),
  },
];
