import type { Action } from "../../../compiler/environment/operation.ts";
import { type Text, text } from "../../../compiler/environment/text.ts";
import { ORIGINS } from "../../../formats/origin.ts";
import { filled } from "../../../formats/text/template.ts";
import { knownText } from "../../parts/known-text.ts";
import { sourceFolder } from "../nodes.ts";
import { shownText } from "../shown-text.ts";
import type { Lowering } from "../step-script.ts";
import { word } from "../word.ts";
import { checkoutSh, cloneSh, gitPushSh } from "./templates.gen.ts";

type Of<K extends Action["kind"]> = Extract<Action, { kind: K }>;

/** A branch or commit of a repository that the machine has, so that no network is asked. */
export const checkout: Lowering<Of<"checkout">> = ({ environment, step }, { repository, ref }) => [
  {
    name: "check_out",
    text: `check out ${shownText(ref)} of ${shownText(repository)}`,
    where: "node",
    tools: ["git"],
    commands: filled(checkoutSh, { repository: word(environment, repository), ref: word(environment, ref) }, [
      { at: step.at },
    ]),
  },
];

/** A repository that is not there yet: on the machine where its folder is said, else here. */
export const clone: Lowering<Of<"clone">> = ({ environment, step }, { repository, to, ref, owner }) => [
  {
    name: to === undefined ? "clone_here" : "clone",
    text: `clone ${shownText(repository)}${to === undefined ? "" : ` to ${shownText(to)}`}`,
    where: to === undefined ? "here" : "node",
    tools: ["git"],
    commands: filled(
      cloneSh,
      {
        repository: word(environment, repository),
        to: word(environment, to ?? lastName(repository)),
        ref: ref && word(environment, ref),
        owner: owner && word(environment, owner),
      },
      [{ at: step.at }],
    ),
  },
];

/** What is checked out here, for the machine of another environment. */
export const gitPush: Lowering<Of<"gitPush">> = ({ environment, step }, { to }) => {
  const source = sourceFolder(environment);
  return source === undefined
    ? []
    : [
        {
          name: `push_sources_${to.value}`,
          text: `push what is checked out to ${to.value}`,
          where: "node",
          tools: ["git", "ssh"],
          commands: filled(
            gitPushSh,
            { repository: word(environment, source.folder), environment: to, ref: word(environment, source.ref) },
            [{ at: step.at }],
          ),
        },
      ];
};

/** `../lap-infra` beside the sources, as git would call the folder. */
const lastName = (repository: Text): Text =>
  text(
    [
      `../${
        knownText(repository)
          .split(/[/:]/)
          .at(-1)
          ?.replace(/\.git$/, "") ?? ""
      }`,
    ],
    repository[ORIGINS],
  );
