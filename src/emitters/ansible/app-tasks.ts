import type { App } from "../../compiler/environment/app.ts";
import { isReleased, type MachineApp } from "../../compiler/environment/machine-app.ts";
import type { Environment } from "../../compiler/environment/environment.ts";
import { by } from "../../compiler/rules.ts";
import { ORIGINS, type Traced, traced } from "../../formats/origin.ts";
import type { YamlNode } from "../../formats/yaml/tree.ts";
import { imageVariable, literalsFile, machineFile, timerName, unitFolderOf, unitName } from "../parts/machine-paths.ts";
import { settingsFolder } from "../parts/settings-folder.ts";
import { literals, literalsName } from "./app-files.ts";
import type { RunningGroup } from "./groups.ts";
import { deliveryTasks } from "./delivery-tasks.ts";
import { enableTask, releaseTasks } from "./release-tasks.ts";
import { restart, startedUnit } from "./handlers.ts";
import { lower, regionOf } from "./lower.ts";
import { IMAGE_BUILD, ownedByRoot, task } from "./task.ts";

/** What an image brings along as well. */
export const installTasks = (environment: Environment, app: MachineApp): readonly YamlNode[] => [
  ...(isReleased(app) ? releaseTasks(environment, app) : []),
  copyUnit(app, "unit", unitName(environment, app)),
  ...(app.schedule === undefined ? [] : [copyUnit(app, "timer", timerName(environment, app))]),
  ...deliveryTasks(environment, app),
  ...(isReleased(app) ? [enableTask(environment, app)] : []),
];

const copyUnit = (app: MachineApp, what: "unit" | "timer", file: string): YamlNode =>
  task(
    `Install the ${what} of ${app.name}`,
    "ansible.builtin.copy",
    { src: file, dest: `${unitFolderOf(app)}/${file}`, ...ownedByRoot("0644") },
    [{ at: app.at }, by("ansible-copied", app.at)],
    { notify: restart(app) },
  );

/** What a live machine has beyond its image: settings, and apps that run. */
export function runTasks(environment: Environment, { group, apps }: RunningGroup): readonly YamlNode[] {
  const containers = apps.filter((app): app is App => !isReleased(app));
  if (containers.length === 0) return [];
  return [
    traced<YamlNode>(
      {
        name: `Run the apps of ${group.name}`,
        when: `not ${IMAGE_BUILD}`,
        block: [
          settingsFolderTask(environment),
          ...machineLines(environment, containers),
          ...containers.flatMap((app) => appTasks(environment, app)),
        ],
      },
      by("ansible-image-build", group.at),
    ),
  ];
}

const settingsFolderTask = (environment: Environment): YamlNode =>
  task(
    "Make the folder of the settings",
    "ansible.builtin.file",
    { path: machineFile(environment).replace(/\/[^/]*$/, ""), state: "directory", ...ownedByRoot("0755") },
    [{ at: environment.at }],
  );

/** What settings are read with; all apps start anew when it changes. */
function machineLines(environment: Environment, apps: readonly MachineApp[]): readonly YamlNode[] {
  const notify = apps.map(restart);
  const region = regionOf(environment).map((text) => ["region", "AWS_REGION", lower(environment, text)] as const);
  return [...region, ["folder of settings", "SETTINGS_PATH", settingsFolder(environment)] as const].map(
    ([what, name, value]) => machineLine(environment, `Set the ${what}`, name, value, notify),
  );
}

/** One line of the file that Terraform writes at the first boot. */
const machineLine = (
  environment: Environment,
  title: string,
  name: string,
  value: Traced<string>,
  notify: YamlNode,
): YamlNode =>
  task(
    title,
    "ansible.builtin.lineinfile",
    {
      path: machineFile(environment),
      regexp: `^${name}=`,
      line: traced(`${name}=${value.value}`, ...value[ORIGINS]),
      create: true,
      ...ownedByRoot("0644"),
    },
    [by("ansible-one-line", value[ORIGINS][0]?.at ?? environment.at)],
    { notify },
  );

const appTasks = (environment: Environment, app: App): readonly YamlNode[] => [
  machineLine(
    environment,
    `Set the image of ${app.name}`,
    imageVariable(app),
    lower(environment, app.image),
    restart(app),
  ),
  ...(literals(environment, app).length === 0 ? [] : [copyLiterals(environment, app)]),
  enable(environment, app),
];

const copyLiterals = (environment: Environment, app: MachineApp): YamlNode =>
  task(
    `Write the settings of ${app.name}`,
    "ansible.builtin.copy",
    { src: literalsName(app), dest: literalsFile(environment, app), ...ownedByRoot("0644") },
    [{ at: app.at }, by("ansible-copied", app.at)],
    { notify: restart(app) },
  );

/** A job without a schedule runs when the machine boots and when it has changed, not each time somebody looks. */
function enable(environment: Environment, app: MachineApp): YamlNode {
  const runsOnce = app.kind.value === "job" && app.schedule === undefined;
  return task(
    runsOnce ? `Enable ${app.name}` : `Start ${app.name}`,
    "ansible.builtin.systemd",
    {
      name: startedUnit(environment, app),
      enabled: true,
      state: runsOnce ? undefined : "started",
      daemon_reload: true,
    },
    [{ at: app.at }],
  );
}
