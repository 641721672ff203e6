import type { MachineApp } from "../../compiler/environment/machine-app.ts";
import type { Artifact } from "../../compiler/emitter.ts";
import type { Environment } from "../../compiler/environment/environment.ts";
import { by } from "../../compiler/rules.ts";
import { ORIGINS, traced } from "../../formats/origin.ts";
import { type YamlNode, yaml } from "../../formats/yaml/tree.ts";
import { databaseRole } from "./database-role.ts";
import { type RunningGroup, roleOf, runningGroups } from "./groups.ts";
import { lowerNumber } from "./lower.ts";
import { proxyRole } from "./proxy-role.ts";
import { preparedGroups } from "./machine-role.ts";
import { collectionsOf } from "./requirements.ts";
import { IMAGE_BUILD, task } from "./task.ts";

const usageOf = (environment: Environment): string =>
  `${collectionsOf(environment).length === 0 ? "" : "ansible-galaxy collection install -r requirements.yml && "}ansible-playbook playbook.yml`;

/** What all machines that run apps need, then the apps of each group. */
export function playbook(environment: Environment): Artifact {
  const groups = runningGroups(environment);
  const prepared = preparedGroups(environment);
  const plays = [...(prepared.length === 0 ? [] : [setUp(environment, prepared)]), ...groups.map(runApps)];
  return { path: "playbook.yml", at: environment.at, document: yaml(plays, usageOf(environment)) };
}

const setUp = ({ at }: Environment, groups: readonly RunningGroup[]): YamlNode =>
  traced<YamlNode>(
    {
      name: "Set up machines that run apps",
      hosts: groups.map(({ name, group }) => traced(name, { at: group.at })),
      become: true,
      roles: ["machine"],
    },
    by("ansible-machine", at),
  );

function runApps(running: RunningGroup): YamlNode {
  const { group, name, apps } = running;
  const waits = apps.flatMap(waitForApp);
  return traced<YamlNode>(
    {
      name: apps.length === 0 ? `Set up ${group.name}` : `Run the apps of ${group.name}`,
      hosts: name,
      become: true,
      serial: traced(1, by("ansible-rolling", group.at)),
      roles: rolesOf(running),
      // These come after the handlers.
      post_tasks: waits.length === 0 ? undefined : waits,
    },
    { at: group.at },
  );
}

/** A database is there before its apps, and a proxy after them. */
const rolesOf = (running: RunningGroup): readonly string[] => [
  ...running.databases.map(databaseRole),
  ...(running.apps.length === 0 ? [] : [roleOf(running)]),
  ...running.proxies.map(proxyRole),
];

/** The time in which a machine fetches an image, beside what the app may take. */
const fetchSeconds = 300;

function waitForApp({ name, at, kind, port, health }: MachineApp): readonly YamlNode[] {
  if (port === undefined || kind.value === "job") return [];
  const timeout = fetchSeconds + Math.ceil((health?.grace.value ?? 0) / 1000);
  return [
    task(
      `Wait until ${name} listens`,
      "ansible.builtin.wait_for",
      { port: lowerNumber(port), timeout: traced(timeout, ...(health?.grace[ORIGINS] ?? []), by("boot-grace", at)) },
      [by("ansible-rolling", at)],
      { when: `not ${IMAGE_BUILD}` },
    ),
  ];
}
