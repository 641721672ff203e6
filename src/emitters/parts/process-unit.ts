import type { ArtifactApp } from "../../compiler/environment/artifact.ts";
import type { Environment } from "../../compiler/environment/environment.ts";
import { literal, type Text } from "../../compiler/environment/text.ts";
import { by } from "../../compiler/rules.ts";
import { derive, ORIGINS, type Traced, traced } from "../../formats/origin.ts";
import {
  assignment,
  command,
  type Directive,
  directive,
  type Section,
  section,
  type UnitDocument,
  unit,
  words,
} from "../../formats/unit/tree.ts";
import { appSettings } from "./app-settings.ts";
import { descriptionLine } from "./description-line.ts";
import { deployedFile, settingsProgram } from "./machine-paths.ts";
import { programPath } from "./releases.ts";
import { hasSettingsStore } from "./settings-store.ts";
import { besideDirectives } from "./unit-order.ts";

/** The systemd unit that runs a released program on a machine. */
export const processUnit = (environment: Environment, app: ArtifactApp): UnitDocument =>
  unit([
    processSection("Unit", app, [
      directive(
        "Description",
        app.description ? derive(app.description, descriptionLine) : traced(app.name, { at: app.at }),
      ),
      directive("After", startsAfter(environment, app)),
      ...besideDirectives(environment, app),
    ]),
    processSection("Service", app, [...process(app), ...settings(environment, app), ...run(app)]),
    ...(app.schedule === undefined
      ? [processSection("Install", app, [directive("WantedBy", "multi-user.target")])]
      : []),
  ]);

const processSection = (name: string, app: ArtifactApp, directives: readonly Directive[]): Section =>
  section(name, [by("process-unit", app.at)], directives);

/** What the first boot writes is there before the program reads it. */
const startsAfter = (environment: Environment, app: ArtifactApp) =>
  hasSettingsStore(environment)
    ? words("network-online.target")
    : traced(words("network.target", "cloud-init.service"), by("after-first-boot", app.at));

const ends = ({ kind }: ArtifactApp): boolean => kind.value === "job";

const process = (app: ArtifactApp): readonly Directive[] => [
  directive("Type", ends(app) ? derive(app.kind, () => "oneshot") : "simple"),
  directive("User", accountOf(app)),
  ...(app.workingDirectory === undefined ? [] : [directive("WorkingDirectory", literal(app.workingDirectory))]),
];

/** Whom the program runs as: whom the spec names, else an account of its own name that can do nothing else. */
export const accountOf = ({ name, at, user }: ArtifactApp): Traced<string> =>
  user === undefined ? traced(name, by("process-account", at)) : literal(user);

function settings(environment: Environment, app: ArtifactApp): readonly Directive[] {
  const { literals, deployed } = appSettings(environment, app);
  return [
    ...literals.map(({ name, value }) =>
      directive(
        "Environment",
        derive(value, (text) => assignment(name, text)),
      ),
    ),
    ...(deployed.length === 0 && app.envFile === undefined ? [] : [settingsFile(environment, app)]),
    ...(deployed.length > 0 && hasSettingsStore(environment)
      ? [
          directive(
            "ExecStartPre",
            traced(
              command([settingsProgram(environment), app.name, ...deployed.map(({ name }) => name)], "+"),
              by("settings-at-start", app.at),
            ),
          ),
        ]
      : []),
  ];
}

/** The file may be missing on a machine that nobody has told anything yet, so that a program can say what it misses. */
const settingsFile = (environment: Environment, app: ArtifactApp): Directive =>
  directive(
    "EnvironmentFile",
    traced(`-${deployedFile(environment, app)}`, ...(app.envFile?.[ORIGINS] ?? []), by("settings-may-miss", app.at)),
  );

const run = (app: ArtifactApp): readonly Directive[] => [
  directive("ExecStart", command([...programOf(app), ...(app.args ?? []).map(word)])),
  ...(ends(app)
    ? []
    : [
        directive("Restart", traced("on-failure", by("restart-on-failure", app.at))),
        directive("RestartSec", traced("5", by("restart-on-failure", app.at))),
      ]),
  directive("NoNewPrivileges", traced("true", by("process-confined", app.at))),
  directive("PrivateTmp", traced("true", by("process-confined", app.at))),
  directive("ProtectSystem", traced("full", by("process-confined", app.at))),
];

/** A command of the spec starts with the program itself. */
const programOf = (app: ArtifactApp): readonly Traced<string>[] =>
  app.command === undefined ? [programPath(app)] : app.command.map(word);

const word = (text: Text): Traced<string> => literal(text);
