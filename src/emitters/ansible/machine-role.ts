import type { Artifact } from "../../compiler/emitter.ts";
import type { Environment } from "../../compiler/environment/environment.ts";
import type { MachineApp } from "../../compiler/environment/machine-app.ts";
import { by } from "../../compiler/rules.ts";
import { ORIGINS } from "../../formats/origin.ts";
import { text } from "../../formats/text/tree.ts";
import { type YamlNode, yaml } from "../../formats/yaml/tree.ts";
import { appSettings } from "../parts/app-settings.ts";
import { settingsProgram } from "../parts/machine-paths.ts";
import { settingsScript } from "../parts/settings-script.ts";
import { hasSettingsStore } from "../parts/settings-store.ts";
import { type RunningGroup, runningGroups, runsContainers } from "./groups.ts";
import { installPackages } from "./packages.ts";
import { ownedByRoot, task } from "./task.ts";

/** What every machine that runs apps has. */
export function machineRole(environment: Environment): readonly Artifact[] {
  const { at } = environment;
  if (preparedGroups(environment).length === 0) return [];
  return [
    { path: "roles/machine/tasks/main.yml", at, document: yaml(tasks(environment)) },
    ...(readsSettings(environment) ? [settingsFile(environment)] : []),
  ];
}

const scriptFile = "settings.sh";

/** The groups that run containers, or whose apps read settings from a store. */
export const preparedGroups = (environment: Environment): readonly RunningGroup[] =>
  runningGroups(environment).filter(
    ({ apps }) =>
      runsContainers(apps) || (hasSettingsStore(environment) && apps.some((app) => hasSettings(environment, app))),
  );

const hasSettings = (environment: Environment, app: MachineApp): boolean =>
  appSettings(environment, app).deployed.length > 0;

const readsSettings = (environment: Environment): boolean =>
  hasSettingsStore(environment) &&
  runningGroups(environment).some(({ apps }) => apps.some((app) => hasSettings(environment, app)));

const settingsFile = (environment: Environment): Artifact => ({
  path: `roles/machine/files/${scriptFile}`,
  at: environment.at,
  executable: true,
  document: { ...text(settingsScript(environment)), [ORIGINS]: [by("settings-at-start", environment.at)] },
});

const tasks = (environment: Environment): YamlNode => [
  packages(environment),
  ...(runningGroups(environment).some(({ system }) => (system?.classicSnaps.length ?? 0) > 0)
    ? [snaps(environment)]
    : []),
  ...(readsSettings(environment) ? [installScript(environment)] : []),
];

const packages = (environment: Environment): YamlNode =>
  installPackages(environment, "Install packages", "{{ machine_packages }}", [by("ansible-machine", environment.at)]);

const snaps = ({ at }: Environment): YamlNode =>
  task(
    "Install snaps",
    "community.general.snap",
    { name: "{{ machine_snaps }}", classic: true, state: "present" },
    [by("ansible-machine", at)],
    { when: "machine_snaps | length > 0" },
  );

const installScript = (environment: Environment): YamlNode =>
  task(
    "Install the program that reads settings",
    "ansible.builtin.copy",
    { src: scriptFile, dest: settingsProgram(environment), ...ownedByRoot("0755") },
    [by("settings-at-start", environment.at)],
  );
