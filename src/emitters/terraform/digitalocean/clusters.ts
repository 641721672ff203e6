import type { Environment } from "../../../compiler/environment/environment.ts";
import type { InstanceGroup } from "../../../compiler/environment/instance-group.ts";

import { isProduction } from "../../../compiler/environment/production.ts";
import { by } from "../../../compiler/rules.ts";
import { type Block, because, block, type Expression, object, reference, template } from "../../../formats/hcl/tree.ts";
import { ORIGINS, type Traced, traced } from "../../../formats/origin.ts";
import { type ProvidedCluster, providedClusters } from "../clusters.ts";
import { identifier } from "../identifiers.ts";
import { lowerFixed, scalar } from "../lower.ts";
import { resourceName } from "../resource-name.ts";
import { sizeOf } from "../sizes.ts";
import { cluster as address, region, vpcId } from "./addresses.ts";
import { controlPlaneAccess } from "./cluster-access.ts";
import { machineSizes } from "./sizes.ts";

/** The clusters that DigitalOcean runs; the first pool of nodes is a part of its cluster. */
export const clusters = (environment: Environment): readonly Block[] =>
  providedClusters(environment).flatMap((cluster) => [
    versions(environment, cluster),
    clusterBlock(environment, cluster),
    ...cluster.nodes.slice(1).map((pool) => furtherPool(environment, cluster, pool)),
  ]);

/** The newest patch is found when Terraform runs; DigitalOcean takes no version without one. */
const versions = (environment: Environment, { name, at, version }: ProvidedCluster): Block =>
  because(
    [by("doks-version", at)],
    block(["data", "digitalocean_kubernetes_versions", identifier(name)], {
      version_prefix: version && template(lowerFixed(environment, version), "."),
    }),
  );

const clusterBlock = (environment: Environment, cluster: ProvidedCluster): Block =>
  because(
    [{ at: cluster.at }],
    block(
      ["resource", "digitalocean_kubernetes_cluster", identifier(cluster.name)],
      {
        name: resourceName(environment, cluster),
        region,
        version: traced(
          reference(`data.digitalocean_kubernetes_versions.${identifier(cluster.name)}.latest_version`),
          by("doks-version", cluster.at),
        ),
        vpc_uuid: vpcId(cluster.first.network),
        ha: traced(isProduction(environment), ...environment.environment[ORIGINS], by("doks-ha", cluster.at)),
        auto_upgrade: traced(true, by("doks-upkeep", cluster.at)),
        surge_upgrade: traced(true, by("doks-upkeep", cluster.at)),
        destroy_all_associated_resources: traced(false, by("doks-leftovers", cluster.at)),
        tags: reference("local.tags"),
      },
      [
        ...controlPlaneAccess(environment, cluster),
        because([by("doks-upkeep", cluster.at)], block(["maintenance_policy"], { day: "sunday", start_time: "04:00" })),
        because([{ at: cluster.first.at }], block(["node_pool"], poolOf(environment, cluster.first))),
        because([by("doks-upkeep", cluster.at)], block(["lifecycle"], { ignore_changes: [reference("version")] })),
      ],
    ),
  );

const furtherPool = (environment: Environment, cluster: ProvidedCluster, pool: InstanceGroup): Block =>
  because(
    [{ at: pool.at }],
    block(["resource", "digitalocean_kubernetes_node_pool", identifier(pool.name)], {
      cluster_id: reference(`${address(cluster)}.id`),
      ...poolOf(environment, pool),
    }),
  );

/** What the system and the provider's own pods leave room on. */
const usualNode = "s-2vcpu-4gb";

function poolOf(environment: Environment, pool: InstanceGroup): Block["attributes"] {
  const { count, scaling, labels } = pool;
  return {
    name: resourceName(environment, pool),
    size: sizeOf(machineSizes, usualNode, pool, (text) => lowerFixed(environment, text)),
    ...(scaling === undefined
      ? { node_count: scalar(count) }
      : {
          auto_scale: traced(true, { at: scaling.at }),
          min_nodes: scalar(scaling.min),
          max_nodes: scalar(scaling.max),
        }),
    labels: labelsOf(environment, labels),
    tags: reference("local.tags"),
  };
}

const labelsOf = (environment: Environment, labels: InstanceGroup["labels"]): Traced<Expression> | undefined =>
  labels[0] === undefined
    ? undefined
    : traced(object(Object.fromEntries(labels.map(({ name, value }) => [name, lowerFixed(environment, value)]))), {
        at: labels[0].at.slice(0, -1),
      });
