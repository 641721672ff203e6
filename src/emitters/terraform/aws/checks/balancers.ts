import { diagnose } from "../../../../compiler/diagnostics/diagnostic.ts";
import type { Check } from "../../../../compiler/emitter.ts";
import { isLiteral, literal } from "../../../../compiler/environment/text.ts";
import { forwardsConnections } from "../../listeners.ts";
import { zoneOf } from "../../zones.ts";

/** A balancer speaks HTTP or forwards connections, and only the first knows routes. */
export const listenersAgree: Check = function* ({ loadBalancers }) {
  for (const balancer of loadBalancers) {
    if (!forwardsConnections(balancer)) continue;
    const { name, at, listeners, apps } = balancer;
    const speaks = listeners.some(({ protocol }) => protocol === "http" || protocol === "https");
    const problem = speaks
      ? "it speaks HTTP and forwards TCP"
      : apps.some(({ routes }) => routes.length > 0)
        ? "apps behind it have routes, which a forwarded connection does not show"
        : apps.length > 0 && listeners.length > 1
          ? "it forwards several ports to one app"
          : undefined;
    if (problem !== undefined) yield diagnose("aws-listeners", [...at, "listen"], { balancer: name, problem });
  }
};

/** A balancer leads to a port of machines. */
export const backendsListen: Check = function* ({ loadBalancers }) {
  for (const balancer of loadBalancers)
    for (const { name, at, runsOn, port } of balancer.apps) {
      const missing = runsOn === undefined ? "runsOn" : port === undefined ? "port" : undefined;
      if (missing !== undefined) yield diagnose("aws-backend", at, { app: name, balancer: balancer.name, missing });
    }
};

/** A certificate of AWS is proved by a record in one of our zones. */
export const certificatesAreProved: Check = function* (environment) {
  for (const { name, at, issuer, hosts } of environment.certificates) {
    const served = environment.loadBalancers.some(({ certificate }) => certificate?.name === name);
    if (issuer.value !== "provider" && served) yield diagnose("aws-issuer", [...at, "issuer"], { certificate: name });
    if (issuer.value !== "provider") continue;
    for (const host of hosts)
      if (isLiteral(host) && zoneOf(environment, host) === undefined)
        yield diagnose("aws-host-outside-zones", at, { host: literal(host).value, certificate: name });
  }
};

const interval = { least: 5, most: 300 };
const timeout = { least: 2, most: 120 };

/** How often a balancer may ask, and how long it may wait. */
export const healthIsMeasured: Check = function* ({ loadBalancers }) {
  const apps = new Map(loadBalancers.flatMap((balancer) => balancer.apps.map((app) => [app.name, app])));
  for (const { health } of apps.values()) {
    if (health === undefined) continue;
    const [asks, waits] = [health.interval.value / 1000, health.timeout.value / 1000];
    const wrong = [
      ...outside("interval", asks, interval),
      ...outside("timeout", waits, timeout),
      ...(waits >= asks ? [{ key: "timeout", problem: "it is not shorter than `interval`" }] : []),
    ][0];
    if (wrong !== undefined) yield diagnose("aws-health", [...health.at, wrong.key], wrong);
  }
};

const outside = (key: string, seconds: number, { least, most }: typeof interval) =>
  seconds < least || seconds > most || !Number.isInteger(seconds)
    ? [{ key, problem: `it is from ${least}s to ${most}s, in whole seconds` }]
    : [];
