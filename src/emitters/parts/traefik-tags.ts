import type { App } from "../../compiler/environment/app.ts";
import { type Text, text } from "../../compiler/environment/text.ts";
import { by } from "../../compiler/rules.ts";
import { ORIGINS } from "../../formats/origin.ts";
import { traefikRule } from "./traefik-rule.ts";
import type { TraefikMajor } from "./traefik-version.ts";

/** How a proxy serves an app. */
export interface TraefikService {
  readonly major: TraefikMajor;
  /** The entry points that it is reached through; without them through all. */
  readonly entryPoints?: readonly string[];
  readonly tls?: boolean;
  readonly sticky?: boolean;
}

/** What a service of Consul says of itself, so that Traefik routes to it; nothing of an app without routes. */
export function traefikTags(app: App, service: TraefikService): readonly Text[] {
  if (app.routes.length === 0) return [];
  const tag = (words: string): Text => text([words], [by("traefik-tags", app.at)]);
  return [
    tag("traefik.enable=true"),
    ...(service.major === 1 ? firstTags(app, service, tag) : laterTags(app, service, tag)),
  ];
}

type Tag = (words: string) => Text;

/** Several routes are a frontend each, since one demands that all its rules match. */
function firstTags(app: App, { entryPoints, sticky }: TraefikService, tag: Tag): readonly Text[] {
  const isOnly = app.routes.length === 1;
  return [
    ...app.routes.flatMap((route, index) => {
      const frontend = isOnly ? "traefik.frontend" : `traefik.frontends.${nameOf(app, index)}`;
      return [
        prefixed(`${frontend}.rule=`, traefikRule(1, route)),
        ...(entryPoints === undefined ? [] : [tag(`${frontend}.entryPoints=${entryPoints.join(",")}`)]),
      ];
    }),
    ...(sticky === true ? [tag("traefik.backend.loadbalancer.stickiness=true")] : []),
  ];
}

function laterTags(app: App, { major, entryPoints, tls, sticky }: TraefikService, tag: Tag): readonly Text[] {
  return [
    ...app.routes.flatMap((route, index) => {
      const router = `traefik.http.routers.${nameOf(app, index)}`;
      return [
        prefixed(`${router}.rule=`, traefikRule(major, route)),
        ...(entryPoints === undefined ? [] : [tag(`${router}.entryPoints=${entryPoints.join(",")}`)]),
        ...(tls === true ? [tag(`${router}.tls=true`)] : []),
      ];
    }),
    ...(sticky === true ? [tag(`traefik.http.services.${app.name}.loadBalancer.sticky.cookie=true`)] : []),
  ];
}

/** The second route of an app is no other app: names of apps have no underscore. */
export const nameOf = (app: App, index: number): string => (index === 0 ? app.name : `${app.name}_${index + 1}`);

const prefixed = (prefix: string, of: Text): Text => text([prefix, ...of.parts], of[ORIGINS]);
