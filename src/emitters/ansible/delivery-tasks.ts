import type { SelfHostedDatabase } from "../../compiler/environment/database.ts";
import type { Environment } from "../../compiler/environment/environment.ts";
import type { MachineApp } from "../../compiler/environment/machine-app.ts";
import { by } from "../../compiler/rules.ts";
import { traced } from "../../formats/origin.ts";
import type { YamlNode } from "../../formats/yaml/tree.ts";
import { appSettings } from "../parts/app-settings.ts";
import { databaseFile, deployedFile } from "../parts/machine-paths.ts";
import { deliveredValue, delivers, passwordVariable } from "./delivered.ts";
import { restart } from "./handlers.ts";
import { IMAGE_BUILD, task } from "./task.ts";

const secretFile = { owner: "root", group: "root", mode: "0600" };
const onMachines = { when: `not ${IMAGE_BUILD}`, no_log: true };

/** The settings that only the deployment knows, in the file that the unit reads. */
export function deliveryTasks(environment: Environment, app: MachineApp): readonly YamlNode[] {
  const { deployed } = appSettings(environment, app);
  if (!delivers(environment) || deployed.length === 0) return [];
  const lines = deployed.map(({ name, value }) => `${name}="${deliveredValue(environment, app, value) ?? ""}"\n`);
  const path = deployedFile(environment, app);
  return [
    folderTask(`Make the folder of the settings of ${app.name}`, path, app),
    task(
      `Write the settings of ${app.name}`,
      "ansible.builtin.copy",
      { content: traced(lines.join(""), ...deployed.map(({ at }) => ({ at }))), dest: path, ...secretFile },
      [by("ansible-delivers", app.at)],
      { ...onMachines, notify: restart(app) },
    ),
  ];
}

/** The password of a database, where its unit reads it. */
export function passwordTasks(
  environment: Environment,
  database: SelfHostedDatabase,
  notify: string,
): readonly YamlNode[] {
  if (!delivers(environment)) return [];
  const dest = databaseFile(environment, database);
  return [
    folderTask(`Make the folder of the password of ${database.name}`, dest, database),
    task(
      `Write the password of ${database.name}`,
      "ansible.builtin.copy",
      { content: `DATABASE_PASSWORD={{ ${passwordVariable(database)} }}\n`, dest, ...secretFile },
      [by("ansible-delivers", database.at)],
      { ...onMachines, notify },
    ),
  ];
}

const folderTask = (name: string, file: string, { at }: Pick<MachineApp, "at">): YamlNode =>
  task(
    name,
    "ansible.builtin.file",
    { path: file.replace(/\/[^/]*$/, ""), state: "directory", owner: "root", group: "root", mode: "0755" },
    [by("ansible-delivers", at)],
  );
