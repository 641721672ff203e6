import type { Artifact } from "../../compiler/emitter.ts";
import type { Environment } from "../../compiler/environment/environment.ts";
import { headerOf } from "../../compiler/header.ts";
import { by } from "../../compiler/rules.ts";
import { traced } from "../../formats/origin.ts";
import { filled } from "../../formats/text/template.ts";
import { knownText } from "../parts/known-text.ts";
import { gitoliteConf } from "./templates.gen.ts";

/** Who may do what in the repositories of a gitolite: whoever has a key of the spec everything, others read the sources. */
export const gitoliteFiles = (environment: Environment): readonly Artifact[] =>
  serversOf(environment).map(({ name, at }) => ({
    path: `${name}/gitolite.conf`,
    at,
    document: filled(
      gitoliteConf,
      {
        header: headerOf(environment),
        admins: (environment.access?.sshKeys ?? []).map((key) => traced(key.name, { at: key.at })),
        repositories: repositoriesOf(environment),
      },
      [{ at }, by("gitolite-rights", at)],
    ),
  }));

const serversOf = ({ apps, operations }: Environment): Environment["apps"] => {
  const steps = operations.flatMap(({ steps }) => steps);
  const named = steps.flatMap(({ action }) =>
    action.kind === "createRepositories" && action.of.value.kind === "element" ? [action.of.value.name] : [],
  );
  return apps.filter(({ name }) => named.includes(name));
};

/** What the operations clone, by the last part of its address. */
const repositoriesOf = ({ operations }: Environment): readonly string[] => [
  ...new Set(
    operations
      .flatMap(({ steps }) => steps)
      .flatMap(({ action }) => (action.kind === "clone" ? [lastName(knownText(action.repository))] : []))
      .filter((name) => /^[a-zA-Z0-9][a-zA-Z0-9._-]*$/.test(name)),
  ),
];

const lastName = (address: string): string =>
  address
    .split(/[/:]/)
    .at(-1)
    ?.replace(/\.git$/, "") ?? "";
