import { nomadProxies } from "../../parts/nomad-proxies.ts";
import { diagnose } from "../../../compiler/diagnostics/diagnostic.ts";
import type { Check } from "../../../compiler/emitter.ts";
import { isLiteral, literal } from "../../../compiler/environment/text.ts";
import { unmatched } from "../../parts/traefik-rule.ts";
import { traefikMajor } from "../../parts/traefik-version.ts";
import { catalogueOf, proxyOf } from "../traefik/proxies.ts";

/** What Traefik as a job can be: it serves without TLS what it finds in Consul, under a name of its own. */
export const proxiesAreServed: Check = function* (environment) {
  for (const proxy of nomadProxies(environment)) {
    const { name, at, listeners } = proxy;
    if (catalogueOf(proxy) === undefined)
      yield diagnose("nomad-proxy", at, { name, problem: "it finds apps in the catalogue of Consul alone" });
    if (listeners.some(({ protocol }) => protocol !== "http"))
      yield diagnose("nomad-proxy", at, { name, problem: "it listens for `http` alone" });
    if (environment.apps.some((app) => app.name === name))
      yield diagnose("nomad-proxy", at, { name, problem: "an app has its name" });
  }
};

/** A rule of Traefik cannot hold each character of a path. */
export const routesAreRules: Check = function* (environment) {
  for (const app of environment.apps) {
    const proxy = proxyOf(environment, app);
    if (proxy === undefined) continue;
    for (const { path } of app.routes) {
      const character = isLiteral(path) ? unmatched(traefikMajor(proxy).value, literal(path).value) : undefined;
      if (character !== undefined)
        yield diagnose("nomad-proxy", app.at, { name: proxy.name, problem: `no rule of it matches \`${character}\`` });
    }
  }
};
