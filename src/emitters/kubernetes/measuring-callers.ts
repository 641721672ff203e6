import type { App } from "../../compiler/environment/app.ts";
import type { Environment } from "../../compiler/environment/environment.ts";
import { ORIGINS, type Origins } from "../../formats/origin.ts";
import { hasOwnMetricsPort, monitoredByApps, scrapedApps } from "../parts/prometheus.ts";
import { metricsPortName, portName } from "./workload.ts";

/** An app that calls another, and why it may. */
export interface Caller {
  readonly from: string;
  readonly origins: Origins;
}

interface CalledPort {
  readonly port: string;
  readonly callers: readonly Caller[];
}

/** Who calls which port of an app, each caller once, in order of name. */
export function callersByPort(environment: Environment, app: App, readers: readonly Caller[]): readonly CalledPort[] {
  const measuring = measuringCallers(environment, app);
  const own = hasOwnMetricsPort(app);
  const ports = [
    { port: portName, callers: [...readers, ...writers(environment, app), ...(own ? [] : measuring)] },
    { port: metricsPortName, callers: own ? measuring : [] },
  ];
  return ports
    .map(({ port, callers }) => ({ port, callers: each(callers) }))
    .filter(({ callers }) => callers.length > 0);
}

const each = (callers: readonly Caller[]): readonly Caller[] =>
  callers
    .filter(({ from }, index) => callers.findIndex((other) => other.from === from) === index)
    .toSorted((left, right) => (left.from < right.from ? -1 : 1));

/** Those that read the measurements of an app. */
const measuringCallers = (environment: Environment, app: App): readonly Caller[] =>
  monitoredByApps(environment).flatMap((monitoring) =>
    scrapedApps(environment, monitoring)
      .filter((scraped) => scraped.app.name === app.name)
      .map(({ of }) => ({ from: monitoring.app?.value ?? "", origins: of[ORIGINS] })),
  );

/** Those that send their series to it. */
const writers = (environment: Environment, app: App): readonly Caller[] =>
  monitoredByApps(environment).flatMap(({ app: measuring, remoteWrite }) =>
    remoteWrite?.value === app.name ? [{ from: measuring?.value ?? "", origins: remoteWrite[ORIGINS] }] : [],
  );
