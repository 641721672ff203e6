import type { Artifact } from "../../compiler/emitter.ts";
import type { Environment } from "../../compiler/environment/environment.ts";
import { by } from "../../compiler/rules.ts";
import { traced } from "../../formats/origin.ts";
import { type YamlNode, yaml } from "../../formats/yaml/tree.ts";
import { madePasswords } from "./delivered.ts";
import { runsContainers, type RunningGroup, runningGroups } from "./groups.ts";
import { readStores, readVariables } from "./lower.ts";
import { IMAGE_BUILD } from "./task.ts";

/** What differs between groups, and what `--extra-vars` may change. */
export const variableFiles = (environment: Environment): readonly Artifact[] => [
  allVariables(environment),
  ...runningGroups(environment).map(groupVariables),
];

const allVariables = (environment: Environment): Artifact => ({
  path: "group_vars/all.yml",
  at: environment.at,
  document: yaml({
    [IMAGE_BUILD]: traced(false, by("ansible-image-build", environment.at)),
    ...Object.fromEntries(readVariables(environment).map(({ name, value, at }) => [name, traced(value, { at })])),
    ...readStores(environment),
    ...madePasswords(environment),
  }),
});

const groupVariables = ({ name, group, system, apps }: RunningGroup): Artifact => ({
  path: `group_vars/${name}.yml`,
  at: group.at,
  document: yaml(
    traced<YamlNode>(
      {
        ansible_user: system?.loginUser,
        ...(runsContainers(apps)
          ? { machine_packages: system?.packages, machine_snaps: system?.classicSnaps }
          : undefined),
      },
      by("ansible-machine", [...group.at, "image"]),
    ),
  ),
});
