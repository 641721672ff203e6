import type { App } from "../../../compiler/environment/app.ts";
import type { Environment } from "../../../compiler/environment/environment.ts";
import { by } from "../../../compiler/rules.ts";
import { ORIGINS, traced } from "../../../formats/origin.ts";
import { type Argument, type CommandLine, concatenation, specifier, variable } from "../../../formats/unit/tree.ts";
import { portsOfCopies } from "../fleet-unit-names.ts";
import { routeKeys, serversKey } from "../traefik-keys.ts";
import { registryOf } from "./registry.ts";
import { argumentOf, copyName, copyOf, PRIVATE_ADDRESS } from "./unit-text.ts";

/** The folder of a copy; later versions of Traefik take numbers alone. */
export function serverKey(environment: Environment, app: App): Argument {
  const { major, prefix } = registryOf(environment, app);
  return concatenation(`${serversKey(major, prefix.value, app.name)}/`, major === 1 ? copyName(app) : copyOf(app));
}

/** Where the machine publishes the port of an app. */
export const addressOf = (app: App, separator: ":" | "/"): Argument =>
  concatenation(variable(PRIVATE_ADDRESS), separator, machinePort(app));

/** The port of the machine that leads to that of the app. */
export function machinePort(app: App): Argument {
  if (portsOfCopies(app).length > 0) return specifier("i");
  const leading = app.publish.find(({ app: inner }) => inner.value.from === app.port?.value);
  return String(leading?.machine.from ?? app.port?.value);
}

/** What a copy puts into etcd, a key and its value a line. */
export function entriesOf(environment: Environment, app: App): readonly CommandLine[] {
  const { major, prefix } = registryOf(environment, app);
  return [
    traced(
      [concatenation(serverKey(environment, app), "/url"), concatenation("http://", addressOf(app, ":"))],
      ...(app.port?.[ORIGINS] ?? []),
      by("fleet-registration", app.at),
    ),
    ...routeKeys(major, prefix.value, app).map(({ key, value }) =>
      traced([key, argumentOf(environment, app, value)], ...value[ORIGINS], by("fleet-traefik-route", app.at)),
    ),
  ];
}
