import type { App } from "../../compiler/environment/app.ts";
import type { Environment } from "../../compiler/environment/environment.ts";
import { isLiteral, literal, type Text } from "../../compiler/environment/text.ts";
import { by, type RuleId } from "../../compiler/rules.ts";
import { derive, ORIGINS, type Traced, traced } from "../../formats/origin.ts";
import { appSettings, appsOn } from "./app-settings.ts";
import { deployedFile, imageVariable, literalsFile, machineFile, settingsProgram, unitName } from "./machine-paths.ts";
import { execArgument, unitText } from "./systemd-syntax.ts";

type Line = Traced<string>;

/** The systemd unit that runs one copy of an app on a machine, as a Docker container in the machine's own network. */
export function appUnit(environment: Environment, app: App): readonly Line[] {
  return [
    ...unitSection(environment, app),
    ...serviceSection(environment, app),
    ...(app.schedule === undefined ? installSection(app) : []),
  ];
}

const ruled = (line: string, app: App, rule: RuleId = "app-unit"): Line => traced(line, by(rule, app.at));

const unitSection = (environment: Environment, app: App): readonly Line[] => [
  ruled("[Unit]", app),
  app.description === undefined
    ? traced(`Description=${app.name}`, { at: app.at })
    : derive(app.description, (description) => `Description=${unitText(description)}`),
  ruled("Wants=network-online.target", app),
  ruled("After=network-online.target docker.service", app),
  ruled("Requires=docker.service", app),
  ...ordering(environment, app),
  ruled("", app),
];

/** Only apps of the same machine can be waited for, and no job that is started by its timer. */
function ordering(environment: Environment, app: App): readonly Line[] {
  const beside = new Map(
    appsOn(environment, app.runsOn ?? app)
      .filter(({ schedule }) => schedule === undefined)
      .map((other) => [`apps.${other.name}`, unitName(environment, other)]),
  );
  return app.dependsOn.flatMap((dependency) => {
    const unit = beside.get(dependency.value);
    return unit === undefined
      ? []
      : [derive(dependency, () => `After=${unit}`), derive(dependency, () => `Wants=${unit}`)];
  });
}

function serviceSection(environment: Environment, app: App): readonly Line[] {
  const ends = app.kind.value === "job";
  return [
    ruled("[Service]", app),
    ...(ends ? [derive(app.kind, () => "Type=oneshot")] : []),
    ...settingsLines(environment, app),
    // A container of the same name survives when the daemon, not the unit, was killed.
    ruled(`ExecStartPre=-/usr/bin/docker rm --force ${app.name}`, app),
    ...startLines(app),
    ...(ends ? [] : [ruled(`ExecStop=/usr/bin/docker stop ${app.name}`, app)]),
    ...(ends ? [] : [ruled("Restart=always", app, "keep-running"), ruled("RestartSec=5", app, "keep-running")]),
  ];
}

function settingsLines(environment: Environment, app: App): readonly Line[] {
  const { literals, deployed } = appSettings(environment, app);
  const names = deployed.map(({ name }) => name).join(" ");
  return [
    ruled(`EnvironmentFile=${machineFile(environment)}`, app),
    ...(literals.length === 0 ? [] : [ruled(`EnvironmentFile=${literalsFile(environment, app)}`, app)]),
    // The first command writes this file, so it may be missing until then.
    ...(deployed.length === 0
      ? []
      : [ruled(`EnvironmentFile=-${deployedFile(environment, app)}`, app, "settings-at-start")]),
    ...(deployed.length === 0
      ? []
      : [ruled(`ExecStartPre=${settingsProgram(environment)} ${app.name} ${names}`, app, "settings-at-start")]),
  ];
}

/** One option a line, so that each tells where it comes from. */
function startLines(app: App): readonly Line[] {
  const options: readonly Line[] = [
    ruled("ExecStart=/usr/bin/docker run --rm", app),
    ruled(`--name ${app.name}`, app),
    ruled("--network host", app, "host-network"),
    // What the container writes is in the journal already, since docker runs in the foreground.
    ruled("--log-driver none", app),
    ...resourceOptions(app),
    ...app.env.map(({ name, at }) => traced(`--env ${name}`, { at })),
    ...(app.command?.[0] === undefined ? [] : [optionOf("--entrypoint ", app.command[0])]),
    ruled(`$\{${imageVariable(app)}}`, app),
    ...[...(app.command?.slice(1) ?? []), ...(app.args ?? [])].map((argument) => optionOf("", argument)),
  ];
  return options.map((line, index) =>
    derive(line, (text) => `${index === 0 ? "" : "  "}${text}${index === options.length - 1 ? "" : " \\"}`),
  );
}

/** What is asked for is promised, not enforced: docker's reservations, as Kubernetes reads requests. */
const resourceOptions = ({ resources: { cpu, memory } }: App): readonly Line[] => [
  ...(cpu === undefined
    ? []
    : [derive(cpu, (milli) => `--cpu-shares ${Math.max(2, Math.round((milli * 1024) / 1000))}`)]),
  ...(memory === undefined ? [] : [derive(memory, (bytes) => `--memory-reservation ${bytes}b`)]),
];

const optionOf = (option: string, argument: Text): Line =>
  derive(commandWord(argument), (word) => `${option}${execArgument(word)}`);

/** A check has refused commands with late-bound parts before anything is emitted. */
const commandWord = (argument: Text): Traced<string> =>
  isLiteral(argument) ? literal(argument) : traced("", ...argument[ORIGINS]);

const installSection = (app: App): readonly Line[] => [
  ruled("", app),
  ruled("[Install]", app),
  ruled("WantedBy=multi-user.target", app),
];
