import type { Artifact } from "../../compiler/emitter.ts";
import type { SelfHostedDatabase } from "../../compiler/environment/database.ts";
import type { Environment } from "../../compiler/environment/environment.ts";
import type { Named } from "../../compiler/environment/located.ts";
import { processesOf } from "../../compiler/environment/machine-app.ts";
import { headerOf } from "../../compiler/header.ts";
import { by } from "../../compiler/rules.ts";
import { ORIGINS, traced } from "../../formats/origin.ts";
import { text } from "../../formats/text/tree.ts";
import { directive, section, unit, words } from "../../formats/unit/tree.ts";
import { type YamlNode, yaml } from "../../formats/yaml/tree.ts";
import { databaseFile, databaseProgram, databaseUnit } from "../parts/machine-paths.ts";
import { type DatabaseSystem, databaseSystem } from "./database-systems.ts";
import { passwordTasks } from "./delivery-tasks.ts";
import { runningGroups } from "./groups.ts";
import { installPackages } from "./packages.ts";
import { IMAGE_BUILD, ownedByRoot, task } from "./task.ts";

export const databaseRole = ({ name }: Named): string => `database_${name.replaceAll("-", "_")}`;

/** A role for each database of ours: the server, what it is told, and who makes its user when the password is there. */
export const databaseRoles = (environment: Environment): readonly Artifact[] =>
  runningGroups(environment).flatMap(({ databases }) =>
    databases.flatMap((database) => roleFiles(environment, database)),
  );

function roleFiles(environment: Environment, database: SelfHostedDatabase): readonly Artifact[] {
  const { at } = database;
  const folder = `roles/${databaseRole(database)}`;
  const kind = databaseSystem(database);
  const files = {
    "server.cnf": kind.configuration(database, isShared(environment, database)),
    "setup.sh": kind.script(environment, database),
  };
  return [
    { path: `${folder}/tasks/main.yml`, at, document: yaml(tasks(environment, database, kind)) },
    { path: `${folder}/handlers/main.yml`, at, document: yaml(handlers(environment, database, kind)) },
    ...Object.entries(files).map(([name, lines]) => ({
      path: `${folder}/files/${name}`,
      at,
      ...(name.endsWith(".sh") ? { executable: true as const } : {}),
      document: {
        ...text(name.endsWith(".sh") ? lines : [`# ${headerOf(environment)}`, ...lines]),
        [ORIGINS]: [by("database-of-ours", at)],
      },
    })),
    {
      path: `${folder}/files/${databaseUnit(environment, database)}`,
      at,
      document: setupUnit(environment, database, kind),
    },
  ];
}

/** Whether other machines than its own reach a database. */
const isShared = (environment: Environment, { name, group }: SelfHostedDatabase): boolean =>
  environment.reach
    .filter(({ to }) => to.section === "database" && to.name === name)
    .some(({ from }) => processesOf(environment).some((app) => app.name === from && app.runsOn?.name !== group?.name));

/** The user gets its password when the machine has been told it, which is at the first boot or by Ansible. */
const setupUnit = (environment: Environment, database: SelfHostedDatabase, { service }: DatabaseSystem) =>
  unit([
    section(
      "Unit",
      [by("database-of-ours", database.at)],
      [
        directive("Description", traced(`Database and user of ${database.name}`, { at: database.at })),
        directive("Requires", `${service}.service`),
        directive("After", words(`${service}.service`, "cloud-init.service")),
        directive("ConditionPathExists", databaseFile(environment, database)),
      ],
    ),
    section(
      "Service",
      [by("database-of-ours", database.at)],
      [
        directive("Type", "oneshot"),
        directive("RemainAfterExit", "true"),
        directive("EnvironmentFile", `-${databaseFile(environment, database)}`),
        directive("ExecStart", { kind: "command", prefixes: [], lines: [[databaseProgram(environment, database)]] }),
      ],
    ),
    section("Install", [by("database-of-ours", database.at)], [directive("WantedBy", "multi-user.target")]),
  ]);

const restart = ({ name }: SelfHostedDatabase): string => `Restart the server of ${name}`;
const setUp = ({ name }: SelfHostedDatabase): string => `Make the user of ${name}`;

const tasks = (environment: Environment, database: SelfHostedDatabase, kind: DatabaseSystem): YamlNode => {
  const { name, at, engine, version } = database;
  const unitFile = databaseUnit(environment, database);
  return [
    installPackages(environment, `Install the server of ${name}`, kind.packages(database), [
      ...engine[ORIGINS],
      ...version[ORIGINS],
    ]),
    task(
      `Configure the server of ${name}`,
      "ansible.builtin.copy",
      { src: "server.cnf", dest: kind.file(database), ...ownedByRoot("0644") },
      [{ at }],
      { notify: restart(database) },
    ),
    ...accessTasks(database, kind),
    ...passwordTasks(environment, database, setUp(database)),
    task(
      "Install the program that makes its user",
      "ansible.builtin.copy",
      { src: "setup.sh", dest: databaseProgram(environment, database), ...ownedByRoot("0755") },
      [{ at }],
      { notify: setUp(database) },
    ),
    task(
      "Install its unit",
      "ansible.builtin.copy",
      { src: unitFile, dest: `/etc/systemd/system/${unitFile}`, ...ownedByRoot("0644") },
      [{ at }, by("ansible-copied", at)],
      { notify: setUp(database) },
    ),
    task(
      `Start ${name} with the machine`,
      "ansible.builtin.systemd",
      { name: "{{ item }}", enabled: true, daemon_reload: true },
      [{ at }],
      { loop: [`${kind.service}.service`, unitFile] },
    ),
  ];
};

const accessTasks = (database: SelfHostedDatabase, { access }: DatabaseSystem): readonly YamlNode[] =>
  access === undefined
    ? []
    : [
        task(
          `Let the user of ${database.name} in`,
          "ansible.builtin.lineinfile",
          access(database),
          [{ at: database.at }],
          {
            notify: restart(database),
          },
        ),
      ];

const handlers = (environment: Environment, database: SelfHostedDatabase, { service }: DatabaseSystem): YamlNode =>
  [
    [restart(database), `${service}.service`] as const,
    [setUp(database), databaseUnit(environment, database)] as const,
  ].map(([name, unitName]) =>
    task(
      name,
      "ansible.builtin.systemd",
      { name: unitName, state: "restarted", daemon_reload: true },
      [{ at: database.at }],
      { when: `not ${IMAGE_BUILD}` },
    ),
  );
