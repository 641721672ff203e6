import type { App } from "../../../compiler/environment/app.ts";
import type { Environment } from "../../../compiler/environment/environment.ts";
import type { InstanceGroup } from "../../../compiler/environment/instance-group.ts";
import { headerOf } from "../../../compiler/header.ts";
import { by } from "../../../compiler/rules.ts";
import type { Printed } from "../../../formats/origin.ts";
import { command, directive, section, type UnitDocument, unit, words } from "../../../formats/unit/tree.ts";
import {
  appUnitFile,
  copyNames,
  isRegistered,
  isTemplate,
  sidekickUnitFile,
  timerUnitFile,
} from "../fleet-unit-names.ts";
import { registryOf } from "../fleet/registry.ts";
import { awaitedApps } from "../awaited-apps.ts";
import { etcdUnit } from "./etcd-unit.ts";
import type { NodeFile } from "./node-setup.ts";

/** A pipeline that deploys starts the apps itself. */
export const startsApps = ({ pipelines }: Environment): boolean =>
  !pipelines.some(({ stages }) => stages.some(({ value }) => value === "deploy"));

const programOf = ({ name }: Environment): string => `/opt/bin/${name.value}-bootstrap`;

/** The unit that starts the apps once, on the machine that is first. */
export const bootstrapUnit = {
  nameOf: ({ name }: Environment): string => `${name.value}-bootstrap.service`,
  documentOf: (environment: Environment, group: InstanceGroup): UnitDocument => {
    const rule = [by("fleet-bootstrap", environment.at)];
    const etcd = etcdUnit(environment, group);
    return unit([
      section("Unit", rule, [
        directive("Description", `Start of the apps of ${environment.name.value}`),
        directive("Requires", words(etcd, "fleet.service")),
        directive("After", words(etcd, "docker.service", "fleet.service")),
      ]),
      section("Service", rule, [
        directive("Type", "oneshot"),
        directive("RemainAfterExit", "yes"),
        directive("TimeoutStartSec", "0"),
        directive("ExecStart", command([programOf(environment)])),
      ]),
      section("Install", rule, [directive("WantedBy", "multi-user.target")]),
    ]);
  },
};

/** Its program: who makes the key in etcd hands the units to fleet and starts them; the others leave. */
export function bootstrapFile(environment: Environment, apps: readonly App[]): NodeFile {
  const [first] = apps;
  const waves = wavesOf(environment, apps);
  const lines = [
    "#!/bin/bash",
    `# ${headerOf(environment)}`,
    "# Starts the apps once in the cluster: the machine that makes the key does it, and the others leave.",
    "set -euo pipefail",
    // Flatcar has no fleet of its own, so it is there.
    ...(apiOf(environment, first) === 3 ? ["export PATH=$PATH:/opt/bin"] : []),
    ...lockLines(environment, first),
    "",
    "cd /var/lib/fleet",
    ...commandOf("fleetctl submit", apps.flatMap(filesOf)),
    ...waves.flatMap((wave) => [...loadLines(wave), ...commandOf("fleetctl start", wave.flatMap(startedOf))]),
  ];
  return { path: programOf(environment), mode: "0755", content: scriptOf(environment, lines) };
}

function lockLines(environment: Environment, app: App | undefined): readonly string[] {
  const key = `/${environment.name.value}/bootstrap`;
  if (apiOf(environment, app) === 2)
    return [
      "",
      "until etcdctl ls / > /dev/null 2>&1; do sleep 5; done",
      `if ! etcdctl mk ${key} "$(hostname)" > /dev/null 2>&1; then`,
      `  echo "left to $(etcdctl get ${key})"`,
      "  exit 0",
      "fi",
      `trap 'etcdctl rm ${key}' ERR`,
    ];
  return [
    "",
    "until etcdctl endpoint health > /dev/null 2>&1; do sleep 5; done",
    `made=$(printf 'create("${key}") = "0"\\n\\nput ${key} "%s"\\n\\n\\n' "$(hostname)" | etcdctl txn --interactive=false)`,
    'if ! grep --quiet "^SUCCESS" <<< "$made"; then',
    `  echo "left to $(etcdctl get --print-value-only ${key})"`,
    "  exit 0",
    "fi",
    `trap 'etcdctl del ${key}' ERR`,
  ];
}

const apiOf = (environment: Environment, app: App | undefined): 2 | 3 =>
  app === undefined ? 2 : registryOf(environment, app).client.api;

const filesOf = (app: App): readonly string[] => [
  appUnitFile(app),
  ...(isRegistered(app) ? [sidekickUnitFile(app)] : []),
  ...(app.schedule === undefined ? [] : [timerUnitFile(app)]),
];

const copiesOfUnit = (app: App, file: string): readonly string[] =>
  isTemplate(app) ? copyNames(app).map((name) => file.replace("@", `@${name}`)) : [file];

/** A scheduled job is loaded, and its timer started. */
const loadLines = (apps: readonly App[]): readonly string[] =>
  commandOf(
    "fleetctl load",
    apps.filter(({ schedule }) => schedule !== undefined).flatMap((app) => copiesOfUnit(app, appUnitFile(app))),
  );

const startedOf = (app: App): readonly string[] => {
  if (app.schedule !== undefined) return copiesOfUnit(app, timerUnitFile(app));
  return [
    ...copiesOfUnit(app, appUnitFile(app)),
    ...(isRegistered(app) ? copiesOfUnit(app, sidekickUnitFile(app)) : []),
  ];
};

/** One argument a line; names of units need no quotes. */
const commandOf = (words: string, units: readonly string[]): readonly string[] =>
  units.length === 0
    ? []
    : [`${words} \\`, ...units.map((name, index) => `  ${name}${index === units.length - 1 ? "" : " \\"}`)];

/** Apps that wait for nothing, those that wait for these, and so on; a cycle has been refused. */
function wavesOf(environment: Environment, apps: readonly App[]): readonly (readonly App[])[] {
  const awaited = awaitedApps(environment);
  const waves: App[][] = [];
  let left = [...apps];
  while (left.length > 0) {
    const waits = ({ name }: App) =>
      awaited.some(({ app, other }) => app === name && left.some((each) => each.name === other));
    const ready = left.filter((app) => !waits(app));
    if (ready.length === 0) break;
    waves.push(ready);
    left = left.filter(waits);
  }
  return waves;
}

const scriptOf = ({ at }: Environment, lines: readonly string[]): Printed => ({
  text: `${lines.join("\n")}\n`,
  origins: lines.map(() => [by("fleet-bootstrap", at)]),
});
