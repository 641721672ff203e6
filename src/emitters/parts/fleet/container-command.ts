import type { App } from "../../../compiler/environment/app.ts";
import type { Environment } from "../../../compiler/environment/environment.ts";
import { by, type RuleId } from "../../../compiler/rules.ts";
import { derive, ORIGINS, traced } from "../../../formats/origin.ts";
import {
  type Argument,
  type Command,
  type CommandLine,
  commandLines,
  concatenation,
  variable,
} from "../../../formats/unit/tree.ts";
import type { PortRange } from "../../../compiler/environment/firewall-rule.ts";
import type { PublishedPort } from "../../../compiler/environment/workload.ts";
import { machinePort } from "./etcd-keys.ts";
import { localHosts } from "./local-hosts.ts";
import { argumentOf, copyName, PRIVATE_ADDRESS } from "./unit-text.ts";

/** `docker run` with one option a line, so that each tells where it comes from. */
export const containerCommand = (environment: Environment, app: App): Command =>
  commandLines([
    ruled("fleet-container", app, ["/usr/bin/docker", "run", "--rm"]),
    ruled("fleet-container", app, ["--name", copyName(app)]),
    ruled("fleet-journal", app, ["--log-driver", "none"]),
    ruled("fleet-no-new-privileges", app, ["--security-opt", "no-new-privileges"]),
    ...publish(app),
    ...names(environment, app),
    ...resources(app),
    ...app.env.map(({ name, at }) => traced(["--env", name], { at })),
    ...container(environment, app),
  ]);

const ruled = (rule: RuleId, app: App, argv: readonly Argument[]): CommandLine => traced(argv, by(rule, app.at));

/** The port of the app, by that of the machine that leads to it, and the further ones. */
function publish(app: App): readonly CommandLine[] {
  const { port } = app;
  const further = app.publish.filter(({ app: inner }) => inner.value.from !== port?.value);
  return [
    ...(port === undefined
      ? []
      : [
          traced(
            ["--publish", concatenation(machinePort(app), `:${port.value}`)],
            ...port[ORIGINS],
            ...(app.publish.length === 0 ? port[ORIGINS].map(({ at }) => by("fleet-publish", at)) : []),
          ),
        ]),
    ...further.map((each) =>
      traced(["--publish", `${rangeOf(each.machine)}:${rangeOf(each.app.value)}${protocolOf(each)}`], { at: each.at }),
    ),
  ];
}

const rangeOf = ({ from, to }: PortRange): string => (from === to ? String(from) : `${from}-${to}`);

const protocolOf = ({ app: { value } }: PublishedPort): string => (value.protocol === "udp" ? "/udp" : "");

/** Names that no DNS has are those of the proxy on the own machine. */
const names = (environment: Environment, app: App): readonly CommandLine[] =>
  localHosts(environment, app).map((host) =>
    derive(host, (name): readonly Argument[] => ["--add-host", concatenation(`${name}:`, variable(PRIVATE_ADDRESS))]),
  );

const resources = ({ resources: { cpu, memory } }: App): readonly CommandLine[] => [
  ...(cpu === undefined ? [] : [derive(cpu, (thousandths) => ["--cpu-shares", String(shares(thousandths))])]),
  ...(memory === undefined ? [] : [derive(memory, (bytes) => ["--memory", `${bytes}b`])]),
];

/** Docker takes no fewer than two. */
export const shares = (thousandths: number): number => Math.max(2, Math.round((thousandths * 1024) / 1000));

/** In the language `command` stands for the image's entry point; Docker wants its arguments behind the image. */
function container(environment: Environment, app: App): readonly CommandLine[] {
  const line = (given: Argument, ...before: readonly Argument[]): CommandLine => [...before, given];
  const argument = (of: App["image"]) => argumentOf(environment, app, of);
  const [entryPoint, ...rest] = app.command ?? [];
  return [
    ...(entryPoint === undefined ? [] : [line(argument(entryPoint), "--entrypoint")]),
    line(argument(app.image)),
    ...[...rest, ...(app.args ?? [])].map((of) => line(argument(of))),
  ];
}
