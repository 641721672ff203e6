import type { App, Route } from "../../compiler/environment/app.ts";
import { type Text, text } from "../../compiler/environment/text.ts";
import { by } from "../../compiler/rules.ts";
import { nameOf } from "./traefik-tags.ts";
import { traefikRule } from "./traefik-rule.ts";
import type { TraefikMajor } from "./traefik-version.ts";

/** A key of the store, and what stands under it. */
export interface TraefikKey {
  readonly key: string;
  readonly value: Text;
}

/** Below it each copy of an app has a folder with its `url`. */
export const serversKey = (major: TraefikMajor, prefix: string, app: string): string =>
  major === 1 ? `${prefix}/backends/${app}/servers` : `${prefix}/http/services/${app}/loadBalancer/servers`;

/** What leads the routes of an app to its copies. */
export const routeKeys = (major: TraefikMajor, prefix: string, app: App): readonly TraefikKey[] =>
  app.routes.flatMap((route, index) =>
    major === 1
      ? frontend(`${prefix}/frontends/${nameOf(app, index)}`, app, route)
      : router(major, `${prefix}/http/routers/${nameOf(app, index)}`, app, route),
  );

const frontend = (key: string, app: App, route: Route): readonly TraefikKey[] => [
  { key: `${key}/backend`, value: name(app, route) },
  { key: `${key}/routes/1/rule`, value: traefikRule(1, route) },
];

const router = (major: TraefikMajor, key: string, app: App, route: Route): readonly TraefikKey[] => [
  { key: `${key}/rule`, value: traefikRule(major, route) },
  { key: `${key}/service`, value: name(app, route) },
];

const name = (app: App, route: Route): Text => text([app.name], [by("traefik-keys", route.at)]);
