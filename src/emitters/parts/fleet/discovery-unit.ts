import type { App } from "../../../compiler/environment/app.ts";
import type { Environment } from "../../../compiler/environment/environment.ts";
import { by, type RuleId } from "../../../compiler/rules.ts";
import { derive, ORIGINS, traced } from "../../../formats/origin.ts";
import {
  type Command,
  command,
  commandLines,
  concatenation,
  type Directive,
  directive,
  type Section,
  section,
  specifier,
  type UnitValue,
  unit,
  words,
} from "../../../formats/unit/tree.ts";
import { isRegistered, isTemplate, sidekickUnitFile } from "../fleet-unit-names.ts";
import { entriesOf, serverKey } from "./etcd-keys.ts";
import { healthTest } from "./health-test.ts";
import { besideApp } from "./placement.ts";
import { registryOf } from "./registry.ts";
import type { UnitArtifact } from "./unit-artifact.ts";
import { appUnit } from "./unit-name.ts";

const ETCDCTL = "/usr/bin/etcdctl";

/** The sidekick of an app: it tells etcd where a copy is, for as long as it is there. */
export const discoveryUnits = (environment: Environment, app: App): readonly UnitArtifact[] =>
  isRegistered(app)
    ? [
        {
          path: sidekickUnitFile(app),
          at: app.at,
          document: unit([unitSection(environment, app), serviceSection(environment, app), besideApp(app)]),
        },
      ]
    : [];

const unitSection = (environment: Environment, app: App): Section =>
  section(
    "Unit",
    [by("fleet-sidekick", app.at)],
    [
      directive(
        "Description",
        concatenation(`Registration of ${app.name}`, ...(isTemplate(app) ? [" ", specifier("i")] : [])),
      ),
      directive("BindsTo", words(appUnit(app))),
      directive("After", words(appUnit(app), registryOf(environment, app).client.unit)),
    ],
  );

const serviceSection = (environment: Environment, app: App): Section =>
  section(
    "Service",
    [by("fleet-sidekick", app.at)],
    [
      ruled("EnvironmentFile", "/etc/environment", "fleet-address", app),
      directive("ExecStart", registration(environment, app)),
      ruled("ExecStopPost", removal(environment, app), "fleet-sidekick", app),
      ruled("Restart", "always", "fleet-sidekick", app),
      directive("RestartSec", pause(app)),
      // A copy that is long in starting is asked many times.
      ruled("StartLimitInterval", "0", "fleet-health", app),
    ],
  );

const removal = (environment: Environment, app: App): Command =>
  command([ETCDCTL, ...registryOf(environment, app).client.remove, serverKey(environment, app)], "-");

const ruled = (name: string, value: UnitValue, rule: RuleId, app: App): Directive =>
  directive(name, traced(value, by(rule, app.at)));

/** Keys and values are arguments, so that no shell reads what a spec says. */
function registration(environment: Environment, app: App): Command {
  const test = healthTest(environment, app);
  const { client, timeToLive, renewal } = registryOf(environment, app);
  const renew = `printf '%s\\0' ${test.rest} | ${client.set(timeToLive.value)}`;
  const script = `while ${test.condition}; do ${renew}; sleep ${renewal.value}; done`;
  const origins = [...timeToLive[ORIGINS], ...renewal[ORIGINS], by("fleet-time-to-live", app.at)];
  const loop = traced(["/bin/bash", "-c", script, "registration"], ...origins);
  return commandLines([loop, ...test.arguments, ...entriesOf(environment, app)]);
}

/** When a copy that did not answer is asked again. */
const pause = ({ health, at }: App): UnitValue =>
  health === undefined
    ? traced("5", by("fleet-sidekick", at))
    : derive(health.interval, (milliseconds) => `${Math.max(1, Math.ceil(milliseconds / 1000))}`);
