import { diagnose } from "../../../compiler/diagnostics/diagnostic.ts";
import type { Check } from "../../../compiler/emitter.ts";
import type { Health } from "../../../compiler/environment/app.ts";
import { forwardsConnections } from "../listeners.ts";

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
    if (problem !== undefined) yield diagnose("terraform-listeners", [...at, "listen"], { balancer: name, problem });
  }
};

/** A balancer leads to a port of machines. */
export const backendsListen: Check = function* ({ loadBalancers }) {
  for (const balancer of loadBalancers)
    for (const { name, at, runsOn, port } of balancer.apps) {
      const missing = runsOn === undefined ? "runsOn" : port === undefined ? "port" : undefined;
      if (missing !== undefined)
        yield diagnose("terraform-backend", at, { app: name, balancer: balancer.name, missing });
    }
};

export interface Bounds {
  readonly least: number;
  readonly most: number;
}

/** How often a balancer may ask, and how long it may wait, in seconds. */
export const healthIsMeasured = (interval: Bounds, timeout: Bounds): Check =>
  function* ({ loadBalancers }) {
    const apps = new Map(loadBalancers.flatMap((balancer) => balancer.apps.map((app) => [app.name, app])));
    for (const { health } of apps.values()) {
      if (health === undefined) continue;
      const wrong = healthProblem(health, interval, timeout);
      if (wrong !== undefined) yield diagnose("terraform-health", [...health.at, wrong.key], wrong);
    }
  };

interface HealthProblem {
  readonly key: string;
  readonly problem: string;
}

function healthProblem(health: Health, interval: Bounds, timeout: Bounds): HealthProblem | undefined {
  const [asks, waits] = [health.interval.value / 1000, health.timeout.value / 1000];
  return [
    ...outside("interval", asks, interval),
    ...outside("timeout", waits, timeout),
    ...(waits >= asks ? [{ key: "timeout", problem: "it is not shorter than `interval`" }] : []),
  ][0];
}

const outside = (key: string, seconds: number, { least, most }: Bounds): readonly HealthProblem[] =>
  seconds < least || seconds > most || !Number.isInteger(seconds)
    ? [{ key, problem: `it is from ${least}s to ${most}s, in whole seconds` }]
    : [];
