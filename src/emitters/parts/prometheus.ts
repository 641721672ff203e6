import type { App } from "../../compiler/environment/app.ts";
import type { Environment } from "../../compiler/environment/environment.ts";
import type { Monitoring } from "../../compiler/environment/monitoring.ts";
import { environmentName } from "../../compiler/environment/naming.ts";
import type { Traced } from "../../formats/origin.ts";

/** An app whose measurements are read, and the place that says so. */
export interface Scraped {
  readonly app: App;
  readonly of: Traced<unknown>;
}

/** The plans whose Prometheus is an app on Kubernetes, which reads its configuration from a ConfigMap. */
export const monitoredByApps = ({ monitoring, targets }: Environment): readonly Monitoring[] =>
  targets.some(({ value }) => value === "kubernetes") ? monitoring.filter(({ app }) => app !== undefined) : [];

/** The plan that an app measures by. */
export const measuredBy = (environment: Environment, { name }: App): Monitoring | undefined =>
  monitoredByApps(environment).find(({ app }) => app?.value === name);

/** The apps of a plan that show measurements. */
export const scrapedApps = ({ apps }: Environment, { scrape }: Monitoring): readonly Scraped[] =>
  scrape.flatMap((of) =>
    apps
      .filter(({ name, metrics }) => of.value.section === "apps" && of.value.name === name && metrics !== undefined)
      .map((app) => ({ app, of })),
  );

/** Whether a plan looks at machines. */
export const scrapesMachines = ({ scrape }: Monitoring): boolean =>
  scrape.some(({ value }) => value.section === "instances");

/** The folder of a plan's files, below the companion's: none of its own where there is one plan. */
export const prometheusFolder = ({ monitoring }: Environment, { name }: Monitoring): string =>
  monitoring.length === 1 ? "" : `${name}/`;

/** The ConfigMap with a plan's files. */
export const prometheusConfigMap = ({ name }: Monitoring): string => `${name}-configuration`;

/** Where agents on machines run: they look at the machine, which the apps' namespace forbids. */
export const agentsNamespace = (environment: Environment): string => `${environmentName(environment).value}-agents`;

export const NODE_EXPORTER = "node-exporter";

/** Where an app shows its measurements: at the port that serves, or at one of its own. */
export const metricsPort = ({ metrics, port }: App): Traced<number> | undefined => metrics?.port ?? port;

export const hasOwnMetricsPort = (app: App): boolean =>
  app.metrics !== undefined && metricsPort(app)?.value !== app.port?.value;
