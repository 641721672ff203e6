import type { App } from "../../compiler/environment/app.ts";
import type { Environment } from "../../compiler/environment/environment.ts";
import { isReleased, type MachineApp } from "../../compiler/environment/machine-app.ts";
import { isLiteral, literal, type Text } from "../../compiler/environment/text.ts";
import { by, type RuleId } from "../../compiler/rules.ts";
import { derive, ORIGINS, type Traced, traced, tracedLines } from "../../formats/origin.ts";
import { printUnit } from "../../formats/unit/print.ts";
import {
  type CommandLine,
  command,
  commandLines,
  type Directive,
  directive,
  type Section,
  section,
  type UnitDocument,
  type UnitValue,
  unit,
  variable,
  words,
} from "../../formats/unit/tree.ts";
import { appSettings } from "./app-settings.ts";
import { descriptionLine } from "./description-line.ts";
import { deployedFile, imageVariable, literalsFile, machineFile, settingsProgram } from "./machine-paths.ts";
import { processUnit } from "./process-unit.ts";
import { hasSettingsStore } from "./settings-store.ts";
import { besideDirectives } from "./unit-order.ts";

const DOCKER = "/usr/bin/docker";

/** The systemd unit that runs one copy of an app on a machine. */
export const appUnitDocument = (environment: Environment, app: MachineApp): UnitDocument =>
  isReleased(app) ? processUnit(environment, app) : containerUnit(environment, app);

/** A Docker container in the machine's own network. */
const containerUnit = (environment: Environment, app: App): UnitDocument =>
  unit([
    unitSection(environment, app),
    serviceSection(environment, app),
    ...(app.schedule === undefined ? [installSection(app)] : []),
  ]);

/** The lines of the same, to stand in another document. */
export const appUnit = (environment: Environment, app: MachineApp): readonly Traced<string>[] =>
  tracedLines(printUnit(appUnitDocument(environment, app)));

const ruledSection = (name: string, app: App, directives: readonly Directive[]): Section =>
  section(name, [by("app-unit", app.at)], directives);

const ruled = (name: string, value: UnitValue, app: App, rule: RuleId): Directive =>
  directive(name, traced(value, by(rule, app.at)));

const unitSection = (environment: Environment, app: App): Section =>
  ruledSection("Unit", app, [
    directive(
      "Description",
      app.description ? derive(app.description, descriptionLine) : traced(app.name, { at: app.at }),
    ),
    directive("Wants", "network-online.target"),
    directive("After", words("network-online.target", "docker.service")),
    directive("Requires", "docker.service"),
    ...besideDirectives(environment, app),
  ]);

function serviceSection(environment: Environment, app: App): Section {
  const ends = app.kind.value === "job";
  const type = derive(app.kind, () => "oneshot");
  return ruledSection("Service", app, [
    ...(ends ? [directive("Type", type)] : []),
    ...settings(environment, app),
    // A container of the same name survives when the daemon, not the unit, was killed.
    directive("ExecStartPre", command([DOCKER, "rm", "--force", app.name], "-")),
    directive("ExecStart", start(app)),
    ...(ends ? [] : lasting(app)),
  ]);
}

const lasting = (app: App): readonly Directive[] => [
  directive("ExecStop", command([DOCKER, "stop", app.name])),
  ruled("Restart", "always", app, "keep-running"),
  ruled("RestartSec", "5", app, "keep-running"),
];

function settings(environment: Environment, app: App): readonly Directive[] {
  const { literals, deployed } = appSettings(environment, app);
  const names = deployed.map(({ name }) => name);
  return [
    directive("EnvironmentFile", machineFile(environment)),
    ...(literals.length === 0 ? [] : [directive("EnvironmentFile", literalsFile(environment, app))]),
    ...(names.length === 0 ? [] : deployedSettings(environment, app, names)),
  ];
}

/** Where a command writes the file, it may be missing until then. */
function deployedSettings(environment: Environment, app: App, names: readonly string[]): readonly Directive[] {
  const file = deployedFile(environment, app);
  if (!hasSettingsStore(environment)) return [ruled("EnvironmentFile", file, app, "settings-at-boot")];
  return [
    ruled("EnvironmentFile", `-${file}`, app, "settings-at-start"),
    ruled("ExecStartPre", command([settingsProgram(environment), app.name, ...names]), app, "settings-at-start"),
  ];
}

/** One option a line, so that each tells where it comes from. */
const start = (app: App): UnitValue =>
  commandLines([
    [DOCKER, "run", "--rm"],
    ["--name", app.name],
    traced(["--network", "host"], by("host-network", app.at)),
    // What the container writes is in the journal already, since docker runs in the foreground.
    ["--log-driver", "none"],
    ...resourceOptions(app),
    ...app.env.map(({ name, at }) => traced(["--env", name], { at })),
    ...(app.command?.slice(0, 1) ?? []).map((program) => derive(word(program), (text) => ["--entrypoint", text])),
    [variable(imageVariable(app))],
    ...[...(app.command?.slice(1) ?? []), ...(app.args ?? [])].map((argument) => [word(argument)]),
  ]);

/** What is asked for is promised, not enforced: docker's reservations, as Kubernetes reads requests. */
const resourceOptions = ({ resources: { cpu, memory } }: App): readonly CommandLine[] => [
  ...(cpu === undefined ? [] : [derive(cpu, (milli) => ["--cpu-shares", shares(milli)])]),
  ...(memory === undefined ? [] : [derive(memory, (bytes) => ["--memory-reservation", `${bytes}b`])]),
];

const shares = (milli: number): string => String(Math.max(2, Math.round((milli * 1024) / 1000)));

/** A check has refused commands with late-bound parts before anything is emitted. */
const word = (argument: Text): Traced<string> =>
  isLiteral(argument) ? literal(argument) : traced("", ...argument[ORIGINS]);

const installSection = (app: App): Section =>
  ruledSection("Install", app, [directive("WantedBy", "multi-user.target")]);
