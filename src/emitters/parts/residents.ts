import type { ArtifactApp } from "../../compiler/environment/artifact.ts";
import type { SelfHostedDatabase } from "../../compiler/environment/database.ts";
import type { Environment } from "../../compiler/environment/environment.ts";
import type { Named } from "../../compiler/environment/located.ts";
import type { MachineApp } from "../../compiler/environment/machine-app.ts";
import type { ReverseProxy } from "../../compiler/environment/reverse-proxy.ts";
import { appsOn } from "./app-settings.ts";

/** What machines of a group are there for. */
export interface Residents {
  readonly apps: readonly MachineApp[];
  /** The nginx of ours before routed apps. */
  readonly proxies: readonly ReverseProxy[];
  /** Databases that we run ourselves. */
  readonly databases: readonly SelfHostedDatabase[];
}

export const residentsOf = (environment: Environment, group: Pick<Named, "name">): Residents => ({
  apps: appsOn(environment, group),
  proxies: environment.proxies.filter((proxy) => proxy.kind.value === "nginx" && proxy.group?.name === group.name),
  databases: environment.selfHostedDatabases.filter((database) => database.group?.name === group.name),
});

export const isInhabited = ({ apps, proxies, databases }: Residents): boolean =>
  apps.length + proxies.length + databases.length > 0;

/** The archives of files that a proxy serves. */
export const staticsOf = ({ artifactApps }: ReverseProxy): readonly ArtifactApp[] =>
  artifactApps.filter(({ artifact }) => artifact.static.value);
