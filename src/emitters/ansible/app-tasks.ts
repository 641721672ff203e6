import type { App } from "../../compiler/environment/app.ts";
import type { Environment } from "../../compiler/environment/environment.ts";
import { by } from "../../compiler/rules.ts";
import { ORIGINS, type Traced, traced } from "../../formats/origin.ts";
import type { YamlNode } from "../../formats/yaml/tree.ts";
import { imageVariable, literalsFile, machineFile, timerName, unitFolder, unitName } from "../parts/machine-paths.ts";
import { settingsFolder } from "../parts/settings-folder.ts";
import { literals, literalsName } from "./app-files.ts";
import type { RunningGroup } from "./groups.ts";
import { restart, startedUnit } from "./handlers.ts";
import { lower, regionOf } from "./lower.ts";
import { IMAGE_BUILD, ownedByRoot, task } from "./task.ts";

/** What an image brings along as well. */
export const installTasks = (environment: Environment, app: App): readonly YamlNode[] => [
  copyUnit(app, "unit", unitName(environment, app)),
  ...(app.schedule === undefined ? [] : [copyUnit(app, "timer", timerName(environment, app))]),
];

const copyUnit = (app: App, what: "unit" | "timer", file: string): YamlNode =>
  task(
    `Install the ${what} of ${app.name}`,
    "ansible.builtin.copy",
    { src: file, dest: `${unitFolder}/${file}`, ...ownedByRoot("0644") },
    [{ at: app.at }, by("ansible-copied", app.at)],
    { notify: restart(app) },
  );

/** What a live machine has beyond its image: settings, and apps that run. */
export const runTasks = (environment: Environment, { group, apps }: RunningGroup): YamlNode =>
  traced<YamlNode>(
    {
      name: `Run the apps of ${group.name}`,
      when: `not ${IMAGE_BUILD}`,
      block: [
        settingsFolderTask(environment),
        ...machineLines(environment, apps),
        ...apps.flatMap((app) => appTasks(environment, app)),
      ],
    },
    by("ansible-image-build", group.at),
  );

const settingsFolderTask = (environment: Environment): YamlNode =>
  task(
    "Make the folder of the settings",
    "ansible.builtin.file",
    { path: machineFile(environment).replace(/\/[^/]*$/, ""), state: "directory", ...ownedByRoot("0755") },
    [{ at: environment.at }],
  );

/** What settings are read with; all apps start anew when it changes. */
function machineLines(environment: Environment, apps: readonly App[]): readonly YamlNode[] {
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

const copyLiterals = (environment: Environment, app: App): YamlNode =>
  task(
    `Write the settings of ${app.name}`,
    "ansible.builtin.copy",
    { src: literalsName(app), dest: literalsFile(environment, app), ...ownedByRoot("0644") },
    [{ at: app.at }, by("ansible-copied", app.at)],
    { notify: restart(app) },
  );

/** A job without a schedule runs when the machine boots and when it has changed, not each time somebody looks. */
function enable(environment: Environment, app: App): YamlNode {
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
