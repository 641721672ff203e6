import type { ArtifactApp } from "../../compiler/environment/artifact.ts";
import type { Environment } from "../../compiler/environment/environment.ts";
import { by } from "../../compiler/rules.ts";
import { traced } from "../../formats/origin.ts";
import type { YamlNode } from "../../formats/yaml/tree.ts";
import { enablesItself } from "../parts/boot-images.ts";
import { accountOf } from "../parts/process-unit.ts";
import { programFolder, programPath, releaseUrl } from "../parts/releases.ts";
import { restart, startedUnit } from "./handlers.ts";
import { lower, lowerRelease } from "./lower.ts";
import { IMAGE_BUILD, ownedByRoot, task } from "./task.ts";

/** A released program on a machine: who runs it, where it lies, and the program itself. */
export const releaseTasks = (environment: Environment, app: ArtifactApp): readonly YamlNode[] => [
  ...(app.user === undefined ? [accountTask(app)] : []),
  task(
    `Make the folder of ${app.name}`,
    "ansible.builtin.file",
    { path: programFolder(app), state: "directory", ...ownedByRoot("0755") },
    [{ at: app.artifact.at }],
  ),
  download(environment, app),
];

const accountTask = (app: ArtifactApp): YamlNode =>
  task(
    `Make the account of ${app.name}`,
    "ansible.builtin.user",
    { name: accountOf(app), system: true, shell: "/sbin/nologin", create_home: false },
    [by("process-account", app.at)],
  );

/** A version may be released anew, so the file is fetched even where there is one. */
const download = (environment: Environment, app: ArtifactApp): YamlNode =>
  task(
    `Download ${app.name}`,
    "ansible.builtin.get_url",
    {
      url: lowerRelease(environment, app.artifact, releaseUrl(app.artifact)),
      dest: programPath(app),
      checksum: app.artifact.digest === undefined ? undefined : lower(environment, app.artifact.digest),
      force: traced(true, by("ansible-fresh-release", app.artifact.at)),
      ...ownedByRoot("0755"),
    },
    [{ at: app.artifact.at }],
    { notify: restart(app) },
  );

/** The unit starts with the machine; one of an image for several groups only where the machine is told so. */
export function enableTask(environment: Environment, app: ArtifactApp): YamlNode {
  const group = app.runsOn;
  const isBuilt = group?.image.kind === "built";
  const byItself = group === undefined || !isBuilt || enablesItself(environment, group);
  return task(
    `Enable ${app.name}`,
    "ansible.builtin.systemd",
    { name: startedUnit(environment, app), enabled: true, daemon_reload: true },
    [{ at: app.at }],
    byItself ? {} : { when: `not ${IMAGE_BUILD}` },
  );
}
