import type { App, Health } from "../../../compiler/environment/app.ts";
import type { Environment } from "../../../compiler/environment/environment.ts";
import { by } from "../../../compiler/rules.ts";
import { ORIGINS, type Origins, traced } from "../../../formats/origin.ts";
import { type Argument, type CommandLine, concatenation } from "../../../formats/unit/tree.ts";
import { addressOf } from "./etcd-keys.ts";
import { argumentOf } from "./unit-text.ts";

/** How a sidekick finds out whether its copy serves. */
export interface HealthTest {
  /** A command of the shell, which gets what it asks as its first argument. */
  readonly condition: string;
  readonly arguments: readonly CommandLine[];
  /** The arguments after those. */
  readonly rest: string;
}

/** The question of an app's health check; a copy of an app without one is well for as long as it is there. */
export function healthTest(environment: Environment, app: App): HealthTest {
  const { health } = app;
  if (health === undefined) return { condition: "true", arguments: [], rest: '"$@"' };
  return {
    condition: conditionOf(health),
    arguments: [traced([subject(environment, app, health)], ...originsOf(health))],
    rest: '"${@:2}"',
  };
}

const conditionOf = ({ http, timeout }: Health): string =>
  http === undefined
    ? `timeout ${seconds(timeout.value)} bash -c "</dev/tcp/$1"`
    : `curl --fail --silent --show-error --output /dev/null --max-time ${seconds(timeout.value)} "$1"`;

const subject = (environment: Environment, app: App, { http }: Health): Argument =>
  http === undefined
    ? addressOf(app, "/")
    : concatenation("http://", addressOf(app, ":"), argumentOf(environment, app, http));

const originsOf = ({ at, http }: Health): Origins => [...(http?.[ORIGINS] ?? [{ at }]), by("fleet-health", at)];

/** Both take fractions. */
const seconds = (milliseconds: number): number => milliseconds / 1000;
