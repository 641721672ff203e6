import type { Cluster } from "../../compiler/environment/cluster.ts";
import type { Environment } from "../../compiler/environment/environment.ts";
import type { InstanceGroup } from "../../compiler/environment/instance-group.ts";
import type { Named } from "../../compiler/environment/located.ts";

/** A cluster that the provider runs, with nodes. */
export interface ProvidedCluster extends Cluster {
  /** The first of its pools, whose network it stands in. */
  readonly first: InstanceGroup;
}

/** The clusters that the provider runs; checks have refused those without nodes. */
export const providedClusters = ({ clusters }: Environment): readonly ProvidedCluster[] =>
  clusters.flatMap((cluster) => {
    const [first] = cluster.nodes;
    return cluster.managed && first !== undefined ? [{ ...cluster, first }] : [];
  });

/** The cluster that a pool of nodes belongs to. */
export const clusterOf = (environment: Environment, pool: Named): ProvidedCluster | undefined =>
  providedClusters(environment).find(({ nodes }) => nodes.some(({ name }) => name === pool.name));
