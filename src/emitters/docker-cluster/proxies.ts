import type { Artifact } from "../../compiler/emitter.ts";
import type { Environment } from "../../compiler/environment/environment.ts";
import type { ReverseProxy } from "../../compiler/environment/reverse-proxy.ts";
import { type Traced, tracedBy } from "../../formats/origin.ts";
import { containerName, dockerClusterOf, dockerProxies } from "../parts/docker-cluster.ts";
import { nginxFiles } from "../parts/nginx-files.ts";
import type { NginxBackend } from "../parts/nginx-upstreams.ts";

/** The nginx that run beside the containers of a Docker cluster; machines get theirs by Ansible. */
export const nginxContainers = (environment: Environment): readonly ReverseProxy[] =>
  dockerProxies(environment).filter(({ kind }) => kind.value === "nginx");

/** What such a container finds below /etc/nginx. */
export const proxyFiles = (environment: Environment): readonly Artifact[] =>
  nginxContainers(environment).flatMap((proxy) => {
    const backends = proxy.apps.map((app) => ({ app, servers: serversOf(environment, proxy, app) }));
    return nginxFiles(environment, proxy, backends, "container").map((file) => ({
      ...file,
      path: `${proxy.name}/nginx/${file.path}`,
    }));
  });

/** Containers of one network find each other by name. */
function serversOf(environment: Environment, proxy: ReverseProxy, app: NginxBackend["app"]): readonly Traced<string>[] {
  const cluster = dockerClusterOf(environment, proxy);
  if (cluster === undefined || app.port === undefined) return [];
  const name = containerName(cluster, app);
  return [tracedBy(`${name.value}:${app.port.value}`, name, app.port)];
}
