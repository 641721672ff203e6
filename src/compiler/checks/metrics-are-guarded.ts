import { diagnose } from "../diagnostics/diagnostic.ts";
import type { Check } from "../emitter.ts";
import type { App, Route } from "../environment/app.ts";
import { isLiteral, literal, type Text } from "../environment/text.ts";
import type { Metrics } from "../environment/workload.ts";
import { knownHost } from "./hosts.ts";

/** Measurements at the port that serves are behind the routes of the app. */
export const metricsAreGuarded: Check = function* ({ apps }) {
  const routes = apps.flatMap((app) => app.routes);
  for (const app of apps) {
    const { name, metrics } = app;
    if (metrics === undefined || hasOwnPort(app, metrics)) continue;
    const path = known(metrics.path);
    const open = path === undefined ? undefined : openRoute(app, routes, path);
    if (path !== undefined && open !== undefined)
      yield diagnose("metrics-open", metrics.at, { app: name, path }, [
        { place: { at: open.at }, message: "by this route" },
      ]);
  }
};

/** An exporter is a process of its own beside the app. */
const hasOwnPort = ({ port }: App, metrics: Metrics): boolean =>
  metrics.exporter !== undefined || (metrics.port !== undefined && metrics.port.value !== port?.value);

/** The first of the app's open routes that leads to the path, where no other route of the host is more exact. */
const openRoute = ({ routes }: App, all: readonly Route[], path: string): Route | undefined =>
  routes.find(
    (route) =>
      !route.internal.value &&
      leadsTo(route, path) &&
      !all.some(
        (other) =>
          knownHost(other.host) === knownHost(route.host) && leadsTo(other, path) && length(other) > length(route),
      ),
  );

/** Paths are prefixes of whole segments. */
const leadsTo = (route: Route, path: string): boolean => {
  const prefix = prefixOf(route);
  return prefix !== undefined && (path === prefix || path.startsWith(`${prefix}/`));
};

const length = (route: Route): number => prefixOf(route)?.length ?? 0;

const prefixOf = ({ path }: Route): string | undefined => known(path)?.replace(/\/$/, "");

const known = (text: Text): string | undefined => (isLiteral(text) ? literal(text).value : undefined);
