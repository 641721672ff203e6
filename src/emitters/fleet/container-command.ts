import type { App } from "../../compiler/environment/app.ts";
import type { Environment } from "../../compiler/environment/environment.ts";
import { by, type RuleId } from "../../compiler/rules.ts";
import { derive, ORIGINS, traced } from "../../formats/origin.ts";
import { type Argument, type Command, type CommandLine, commandLines } from "../../formats/unit/tree.ts";
import { argumentOf, copyName } from "./unit-text.ts";

/** `docker run` with one option a line, so that each tells where it comes from. */
export const containerCommand = (environment: Environment, app: App): Command =>
  commandLines([
    ruled("fleet-container", app, ["/usr/bin/docker", "run", "--rm"]),
    ruled("fleet-container", app, ["--name", copyName(app)]),
    ruled("fleet-journal", app, ["--log-driver", "none"]),
    ruled("fleet-no-new-privileges", app, ["--security-opt", "no-new-privileges"]),
    ...publish(app),
    ...resources(app),
    ...app.env.map(({ name, at }) => traced(["--env", name], { at })),
    ...container(environment, app),
  ]);

const ruled = (rule: RuleId, app: App, argv: readonly Argument[]): CommandLine => traced(argv, by(rule, app.at));

const publish = ({ port }: App): readonly CommandLine[] =>
  port === undefined
    ? []
    : [
        traced(
          ["--publish", `${port.value}:${port.value}`],
          ...port[ORIGINS],
          ...port[ORIGINS].map(({ at }) => by("fleet-publish", at)),
        ),
      ];

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
