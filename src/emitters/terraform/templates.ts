import type { ArtifactApp } from "../../compiler/environment/artifact.ts";
import type { Environment } from "../../compiler/environment/environment.ts";
import type { InstanceGroup } from "../../compiler/environment/instance-group.ts";
import { isReleased, type MachineApp } from "../../compiler/environment/machine-app.ts";
import { headerOf } from "../../compiler/header.ts";
import { by } from "../../compiler/rules.ts";
import { derive, isTraced, ORIGINS, type Traced, traced } from "../../formats/origin.ts";
import { text } from "../../formats/text/tree.ts";
import { appSettings, appsOn } from "../parts/app-settings.ts";
import { appTimer } from "../parts/app-timer.ts";
import { appUnit } from "../parts/app-unit.ts";
import { systemOf } from "../parts/boot-images.ts";
import { cloudConfig, type MachineFile } from "../parts/cloud-config.ts";
import {
  databaseFile,
  deployedFile,
  imageVariable,
  installProgram,
  literalsFile,
  machineFile,
  settingsProgram,
  timerName,
  releaseFile,
  unitFolderOf,
  unitName,
} from "../parts/machine-paths.ts";
import { installScript } from "../parts/install-script.ts";
import { residentsOf } from "../parts/residents.ts";
import { settingsFolder } from "../parts/settings-folder.ts";
import { settingsScript } from "../parts/settings-script.ts";
import { environmentLine } from "../parts/systemd-syntax.ts";
import { agentCommands, agentFiles } from "./agents/first-boot.ts";
import type { TemplateFile } from "./platform.ts";
import { isStore, renewingSettings, type SettingsDelivery, type SettingsStore, settingsOf } from "./settings.ts";
import { startCommands } from "./start-commands.ts";
import { namesMachines, templateNames, templatePath } from "./user-data.ts";

type Line = string | Traced<string>;

/** The cloud-config of each group, as a template that Terraform fills. */
export const templates = (environment: Environment, delivery: SettingsDelivery): readonly TemplateFile[] =>
  environment.instances.map((group) => ({
    path: templatePath(group),
    at: group.at,
    document: { ...text(templateLines(environment, group, delivery)), [ORIGINS]: [by("first-boot", group.at)] },
  }));

export function templateLines(
  environment: Environment,
  group: InstanceGroup,
  delivery: SettingsDelivery,
): readonly Line[] {
  const apps = appsOn(environment, group);
  const containers = apps.filter((app) => !isReleased(app));
  const system = group.image.kind === "stock" && containers.length > 0 ? systemOf(environment, group.image) : undefined;
  const hasAgentsHere = isStore(delivery) && delivery.agents !== undefined;
  return cloudConfig({
    comment: headerOf(environment),
    ...(namesMachines(group) ? { hostname: filled(templateNames.hostname) } : {}),
    packages: system?.packages ?? [],
    snaps: system?.classicSnaps.map((name) => ["snap", "install", name, "--classic"]) ?? [],
    files: [
      ...(apps.length === 0 ? [] : files(environment, group, delivery)),
      ...(isStore(delivery) ? [] : databaseFiles(environment, group)),
      ...(hasAgentsHere ? agentFiles(environment, group) : []),
    ].map((file) => ({ ...file, path: doubled(file.path) })),
    commands: [
      ...startCommands(environment, group).map((words) => words.map(doubled)),
      ...(hasAgentsHere ? agentCommands(environment, group) : []),
    ],
  });
}

/** Terraform fills in the value by this name. */
const filled = (name: string): string => `$\{${name}}`;

/** What machines that run a database must be told. */
const databaseFiles = (environment: Environment, group: InstanceGroup): readonly MachineFile[] =>
  residentsOf(environment, group).databases.map((database) => ({
    path: databaseFile(environment, database),
    permissions: "0600",
    encoding: "b64",
    lines: [traced(filled(templateNames.database(database)), by("settings-at-boot", database.at))],
  }));

/** What an image of ours brings along is not written again. */
const files = (environment: Environment, group: InstanceGroup, delivery: SettingsDelivery): readonly MachineFile[] => [
  ...machineFiles(environment, group, delivery),
  ...appsOn(environment, group).flatMap((app) => [
    ...literals(environment, app),
    ...(isStore(delivery) ? [] : carriedSettings(environment, app)),
  ]),
  ...(group.image.kind === "built" ? [] : programFiles(environment, appsOn(environment, group), delivery)),
];

function machineFiles(
  environment: Environment,
  group: InstanceGroup,
  delivery: SettingsDelivery,
): readonly MachineFile[] {
  const lines = machineLines(environment, group, delivery);
  return lines.length === 0 ? [] : [{ path: machineFile(environment), permissions: "0644", lines }];
}

const machineLines = (environment: Environment, group: InstanceGroup, delivery: SettingsDelivery): readonly Line[] => [
  ...(isStore(delivery) ? storeLines(environment, group, delivery) : []),
  ...appsOn(environment, group).flatMap((app) =>
    isReleased(app) ? [] : [traced(`${imageVariable(app)}=${filled(templateNames.image(app))}`, ...app.image[ORIGINS])],
  ),
];

const storeLines = (environment: Environment, group: InstanceGroup, store: SettingsStore): readonly Line[] => [
  ...store.place(environment).map(({ variable, name }) => `${variable}=${filled(name)}`),
  derive(settingsFolder(environment), (folder) => `SETTINGS_PATH=${folder}`),
  ...(renewingSettings(environment, group).length === 0
    ? []
    : [traced(`SETTINGS_REVISION=${filled(templateNames.revision)}`, by("settings-at-start", group.at))]),
];

/** What no store keeps comes encoded, so that no value can end the YAML around it. */
const carriedSettings = (environment: Environment, app: MachineApp): readonly MachineFile[] =>
  settingsOf(environment, app).length === 0
    ? []
    : [
        {
          path: deployedFile(environment, app),
          permissions: "0600",
          encoding: "b64",
          lines: [traced(filled(templateNames.settings(app)), by("settings-at-boot", app.at))],
        },
      ];

/** A released program has them in its unit. */
function literals(environment: Environment, app: MachineApp): readonly MachineFile[] {
  if (isReleased(app)) return [];
  const settings = appSettings(environment, app).literals;
  if (settings.length === 0) return [];
  const lines = settings.map(({ name, value }) => derive(value, (text) => environmentLine(name, text)));
  return [
    {
      path: literalsFile(environment, app),
      permissions: "0644",
      lines: headedLines(environment, lines.flatMap(splitLines)),
    },
  ];
}

/** A setting of several lines stays one, in quotes, and is written line by line. */
const splitLines = (line: Traced<string>): readonly Traced<string>[] =>
  line.value.split("\n").map((part) => derive(line, () => part));

function programFiles(
  environment: Environment,
  apps: readonly MachineApp[],
  delivery: SettingsDelivery,
): readonly MachineFile[] {
  const reads = isStore(delivery) && apps.some((app) => appSettings(environment, app).deployed.length > 0);
  return [
    ...(reads
      ? [{ path: settingsProgram(environment), permissions: "0755" as const, lines: scriptLines(environment) }]
      : []),
    ...releaseFiles(environment, apps.filter(isReleased)),
    ...apps.flatMap((app) => unitFiles(environment, app)),
  ];
}

const scriptLines = (environment: Environment): readonly Line[] =>
  settingsScript(environment).map((line) => literally(traced(line, by("settings-at-start", environment.at))));

function unitFiles(environment: Environment, app: MachineApp): readonly MachineFile[] {
  const unit = {
    path: `${unitFolderOf(app)}/${unitName(environment, app)}`,
    lines: headedLines(environment, ["", ...appUnit(environment, app)]),
  };
  const timer =
    app.schedule === undefined
      ? []
      : [
          {
            path: `${unitFolderOf(app)}/${timerName(environment, app)}`,
            lines: headedLines(environment, ["", ...appTimer(app, app.schedule)]),
          },
        ];
  return [unit, ...timer].map((file) => ({ ...file, permissions: "0644" }));
}

/** Ansible writes the same files, so they are the same to the byte. */
const headedLines = (environment: Environment, lines: readonly Line[]): readonly Line[] =>
  [`# ${headerOf(environment)}`, ...lines].map(literally);

/** Where releases are fetched from, which may be read from inputs and so comes encoded, and what fetches them. */
const releaseFiles = (environment: Environment, apps: readonly ArtifactApp[]): readonly MachineFile[] =>
  apps.length === 0
    ? []
    : [
        {
          path: installProgram(environment),
          permissions: "0755",
          lines: installScript(environment).map((line) =>
            literally(traced(line, by("release-at-boot", environment.at))),
          ),
        },
        ...apps.map((app) => ({
          path: releaseFile(environment, app),
          permissions: "0644" as const,
          encoding: "b64" as const,
          lines: [traced(filled(templateNames.release(app)), { at: app.artifact.at })],
        })),
      ];

/** Terraform reads `${` and `%{` in a template; in what is none of its business they are doubled. */
const doubled = (text: string): string => text.replace(/[$%]\{/g, (opening) => `${opening[0]}${opening}`);

function literally(line: Line): Line {
  return isTraced(line) ? derive(line, doubled) : doubled(line);
}
