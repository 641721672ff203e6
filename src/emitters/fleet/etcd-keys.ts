import type { App, Route } from "../../compiler/environment/app.ts";
import type { Environment } from "../../compiler/environment/environment.ts";
import { isLiteral, literal } from "../../compiler/environment/text.ts";
import { by } from "../../compiler/rules.ts";
import { ORIGINS, traced } from "../../formats/origin.ts";
import { type Argument, type CommandLine, concatenation, variable } from "../../formats/unit/tree.ts";
import { argumentOf, copyName, PRIVATE_ADDRESS } from "./unit-text.ts";

/** The prefix under which Traefik looks when nothing else is said. */
const PREFIX = "/traefik";

/** Below it each copy of an app has a folder. */
export const serversKey = (app: string): string => `${PREFIX}/backends/${app}/servers`;

export const serverKey = (app: App): Argument => concatenation(`${serversKey(app.name)}/`, copyName(app));

/** Where the machine publishes the port of an app. */
export const addressOf = ({ port }: App, separator: ":" | "/"): Argument =>
  concatenation(variable(PRIVATE_ADDRESS), `${separator}${port?.value}`);

/** What a copy puts into etcd, a key and its value a line. */
export const entriesOf = (environment: Environment, app: App): readonly CommandLine[] => [
  traced(
    [concatenation(serverKey(app), "/url"), concatenation("http://", addressOf(app, ":"))],
    ...(app.port?.[ORIGINS] ?? []),
    by("fleet-registration", app.at),
  ),
  ...app.routes.flatMap((route, index) => frontend(environment, app, route, index)),
];

function frontend(environment: Environment, app: App, route: Route, index: number): readonly CommandLine[] {
  // Names of apps have no dot, so the second route of one is no other app.
  const key = `${PREFIX}/frontends/${app.name}${index === 0 ? "" : `.${index + 1}`}`;
  const rule = by("fleet-traefik-route", route.at);
  return [
    traced([`${key}/backend`, app.name], rule),
    traced(
      [`${key}/routes/1/rule`, ruleOf(environment, app, route)],
      ...route.host[ORIGINS],
      ...route.path[ORIGINS],
      rule,
    ),
  ];
}

function ruleOf(environment: Environment, app: App, { host, path }: Route): Argument {
  const isWhole = isLiteral(path) && literal(path).value === "/";
  return concatenation(
    ...hostMatcher(environment, app, host),
    ...(isWhole ? [] : [";PathPrefix:", argumentOf(environment, app, path)]),
  );
}

/** `*.example.com` is any one label there. */
function hostMatcher(environment: Environment, app: App, host: Route["host"]): readonly Argument[] {
  const whole = isLiteral(host) ? literal(host).value : "";
  return whole.startsWith("*.")
    ? [`HostRegexp:{label:[^.]+}${whole.slice(1)}`]
    : ["Host:", argumentOf(environment, app, host)];
}
