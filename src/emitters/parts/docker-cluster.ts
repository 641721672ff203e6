import type { Cluster } from "../../compiler/environment/cluster.ts";
import type { Environment } from "../../compiler/environment/environment.ts";
import type { InstanceGroup } from "../../compiler/environment/instance-group.ts";
import type { Named } from "../../compiler/environment/located.ts";
import type { ReverseProxy } from "../../compiler/environment/reverse-proxy.ts";
import { ORIGINS, type Traced, traced } from "../../formats/origin.ts";

/** The clusters that are machines with Docker. */
export const dockerClusters = ({ clusters }: Environment): readonly Cluster[] =>
  clusters.filter(({ kind }) => kind.value === "docker");

/** The Docker cluster that something runs on, by its name or by that of its machines. */
export const dockerClusterOf = (
  environment: Environment,
  placed: { readonly cluster: Cluster | undefined; readonly group: InstanceGroup | undefined },
): Cluster | undefined =>
  dockerClusters(environment).find(
    ({ name, nodes }) => name === placed.cluster?.name || nodes.some((node) => node.name === placed.group?.name),
  );

/** The proxies that run beside the containers of a Docker cluster. */
export const dockerProxies = (environment: Environment): readonly ReverseProxy[] =>
  environment.proxies.filter((proxy) => dockerClusterOf(environment, proxy) !== undefined);

/** What Docker calls the container of an app: `cluster.naming` with `self` being the app. */
export function containerName({ naming }: Cluster, { name, at: place }: Named): Traced<string> {
  const words = naming.parts.map((part) => {
    if (typeof part === "string") return part;
    return part.kind === "variable" ? part.value : name;
  });
  return traced(words.join(""), { at: place }, ...naming[ORIGINS]);
}
