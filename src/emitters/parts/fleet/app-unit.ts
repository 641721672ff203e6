import type { App, EnvironmentVariable } from "../../../compiler/environment/app.ts";
import type { Environment } from "../../../compiler/environment/environment.ts";
import { by, type RuleId } from "../../../compiler/rules.ts";
import { derive, ORIGINS, type Traced, traced } from "../../../formats/origin.ts";
import {
  command,
  concatenation,
  type Directive,
  directive,
  type Section,
  section,
  specifier,
  type Text,
  type UnitValue,
  unit,
  words,
} from "../../../formats/unit/tree.ts";
import { fleetSettings, isDeployedPart } from "../fleet-settings.ts";
import { appUnitFile, fleetSettingsFile, isTemplate } from "../fleet-unit-names.ts";
import { referenceName } from "../reference-name.ts";
import { containerCommand } from "./container-command.ts";
import { placement } from "./placement.ts";
import { registryOf } from "./registry.ts";
import { resolvedSettings } from "./resolved-settings.ts";
import { readsAddress, settingsDirectives } from "./settings-directives.ts";
import type { UnitArtifact } from "./unit-artifact.ts";
import { argumentOf, copyName } from "./unit-text.ts";

const DOCKER = "/usr/bin/docker";

/** The unit that runs a copy of an app as a Docker container. */
export const appUnitArtifact = (environment: Environment, app: App): UnitArtifact => ({
  path: appUnitFile(app),
  at: app.at,
  document: unit(
    [unitSection(environment, app), serviceSection(environment, app), placement(app)],
    needs(environment, app),
  ),
});

/** What somebody has to write onto the machines before the unit starts. */
function needs(environment: Environment, app: App): string | undefined {
  const { deployed } = fleetSettings(environment, app);
  if (deployed.length === 0) return undefined;
  const lines = deployed.map(({ name, value }) => `  ${name}: ${sourcesOf(value).join(", ")}`);
  return [`Settings in ${fleetSettingsFile(environment, app)} of the machines:`, ...lines].join("\n");
}

const sourcesOf = ({ parts }: EnvironmentVariable["value"]): readonly string[] => [
  ...new Set(parts.flatMap((part) => (isDeployedPart(part) ? [referenceName(part)] : []))),
];

const unitSection = (environment: Environment, app: App): Section =>
  section(
    "Unit",
    [by("fleet-container", app.at)],
    [
      directive("Description", description(app)),
      directive("Requires", words("docker.service")),
      directive(
        "After",
        words("docker.service", ...(isResolving(environment, app) ? [registryOf(environment, app).client.unit] : [])),
      ),
    ],
  );

const isResolving = (environment: Environment, app: App): boolean =>
  fleetSettings(environment, app).resolved.length > 0;

/** What it is, and which. */
export function description(app: App): Text {
  const what = app.description ? derive(app.description, (text) => text.replace(/\s+/g, " ").trim()) : app.name;
  return traced(concatenation(what, ...(isTemplate(app) ? [" ", specifier("i")] : [])), { at: app.at });
}

function serviceSection(environment: Environment, app: App): Section {
  const isLasting = app.kind.value !== "job";
  return section(
    "Service",
    [by("fleet-container", app.at)],
    [
      ...(isLasting
        ? []
        : [
            directive(
              "Type",
              derive(app.kind, () => "oneshot"),
            ),
          ]),
      ruled("TimeoutStartSec", "0", "fleet-pull", app),
      ...(readsAddress(environment, app) ? [ruled("EnvironmentFile", "/etc/environment", "fleet-address", app)] : []),
      ...settingsDirectives(environment, app),
      ruled("ExecStartPre", command([DOCKER, "stop", copyName(app)], "-"), "fleet-fresh-container", app),
      ruled("ExecStartPre", command([DOCKER, "rm", "--force", copyName(app)], "-"), "fleet-fresh-container", app),
      directive("ExecStartPre", pull(environment, app)),
      ...resolvedSettings(environment, app),
      directive("ExecStart", containerCommand(environment, app)),
      ...(isLasting ? lasting(app) : []),
    ],
  );
}

const ruled = (name: string, value: UnitValue, rule: RuleId, app: App): Directive =>
  directive(name, traced(value, by(rule, app.at)));

const pull = (environment: Environment, app: App): Traced<UnitValue> =>
  traced(
    command([DOCKER, "pull", argumentOf(environment, app, app.image)]),
    by("fleet-pull", app.image[ORIGINS][0]?.at ?? app.at),
  );

const lasting = (app: App): readonly Directive[] => [
  ruled("ExecStop", command([DOCKER, "stop", copyName(app)]), "fleet-container", app),
  ruled("Restart", "always", "fleet-restart", app),
  ruled("RestartSec", "5", "fleet-restart", app),
];
