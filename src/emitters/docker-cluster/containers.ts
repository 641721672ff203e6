import type { App } from "../../compiler/environment/app.ts";
import type { Cluster } from "../../compiler/environment/cluster.ts";
import type { Environment } from "../../compiler/environment/environment.ts";
import { dockerClusterOf } from "../parts/docker-cluster.ts";
import { appContainer } from "./app-container.ts";
import type { Container } from "./container.ts";
import { dataContainers } from "./data-container.ts";
import { nginxContainers } from "./proxies.ts";
import { proxyContainer } from "./proxy-container.ts";

/** The apps of a Docker cluster that run all the time. */
export const appsOfCluster = (environment: Environment, cluster: Cluster): readonly App[] =>
  environment.apps.filter(
    (app) =>
      app.kind.value !== "job" &&
      dockerClusterOf(environment, { cluster: app.cluster, group: app.runsOn })?.name === cluster.name,
  );

/** In the order in which they start: what lends files, what serves images and names, what others wait for, what leads to them. */
export function containersOf(environment: Environment, cluster: Cluster): readonly Container[] {
  const apps = appsOfCluster(environment, cluster);
  const proxies = nginxContainers(environment).filter(
    (proxy) => dockerClusterOf(environment, proxy)?.name === cluster.name,
  );
  return [
    ...dataContainers(cluster, apps),
    ...inStartOrder(environment, apps).map((app) => appContainer(environment, cluster, app)),
    ...proxies.map((proxy) => proxyContainer(cluster, proxy)),
  ];
}

function inStartOrder(environment: Environment, apps: readonly App[]): readonly App[] {
  const ordered = new Set<App>();
  const visit = (app: App): void => {
    if (ordered.has(app)) return;
    for (const { value } of app.dependsOn) {
      const other = apps.find(({ name }) => value === `apps.${name}`);
      if (other !== undefined && other !== app) visit(other);
    }
    ordered.add(app);
  };
  const serving = [
    ...environment.registries.map(({ app }) => app?.value),
    ...environment.bindZones.map(({ app }) => app?.value),
  ];
  const rank = ({ name }: App): number => (serving.includes(name) ? serving.indexOf(name) : serving.length);
  for (const app of apps.toSorted((a, b) => rank(a) - rank(b))) visit(app);
  return [...ordered];
}
