import type { Environment } from "../../../compiler/environment/environment.ts";
import type { InstanceGroup } from "../../../compiler/environment/instance-group.ts";
import { by } from "../../../compiler/rules.ts";
import {
  type Block,
  because,
  block,
  call,
  type Expression,
  object,
  operation,
  reference,
} from "../../../formats/hcl/tree.ts";
import { derive, ORIGINS, traced } from "../../../formats/origin.ts";
import type { ProvidedCluster } from "../clusters.ts";
import { toGibibytes } from "../gibibytes.ts";
import { identifier } from "../identifiers.ts";
import { lowerFixed, scalar } from "../lower.ts";
import { sizeOf } from "../sizes.ts";
import { zonesLocal } from "../zones-of-network.ts";
import { cluster as clusterAddress, resourceName, serviceAccountEmail } from "./addresses.ts";
import { nodeRights } from "./node-accounts.ts";
import { machineSizes } from "./sizes.ts";

/** Machines of a cluster that are alike. */
export const nodePool = (environment: Environment, cluster: ProvidedCluster, pool: InstanceGroup): Block =>
  because(
    [{ at: pool.at }],
    block(
      ["resource", "google_container_node_pool", identifier(pool.name)],
      {
        name: resourceName(environment, pool.at, pool.name),
        cluster: reference(`${clusterAddress(cluster)}.id`),
        node_locations: zones(pool),
        node_count: pool.scaling === undefined ? perZone(pool) : undefined,
        depends_on: traced(nodeRights(pool).map(reference), by("first-boot", pool.at)),
      },
      [
        ...autoscaling(pool),
        ...addresses(cluster, pool),
        nodeConfig(environment, pool),
        because([by("google-node-upkeep", pool.at)], block(["management"], { auto_repair: true, auto_upgrade: true })),
        because([by("google-node-upkeep", pool.at)], block(["upgrade_settings"], { max_surge: 1, max_unavailable: 0 })),
      ],
    ),
  );

/** A pool has as many nodes in each of its zones, so fewer nodes than zones stand in as many zones. */
export const zonesUsed = ({ network, count, scaling }: InstanceGroup): number =>
  Math.min(network.zones.value, scaling?.min.value ?? count.value);

function zones({ network, count, scaling, ...pool }: InstanceGroup): Expression {
  const all = reference(`local.${zonesLocal(network)}`);
  const used = zonesUsed({ network, count, scaling, ...pool });
  return used === network.zones.value || scaling !== undefined
    ? traced(all, ...network.zones[ORIGINS])
    : traced(call("slice", all, 0, used), ...count[ORIGINS], by("google-nodes-per-zone", pool.at));
}

function perZone(pool: InstanceGroup): Expression {
  const { count, at } = pool;
  const used = zonesUsed(pool);
  if (used <= 1) return scalar(count);
  const share =
    count.variable === undefined ? Math.ceil(count.value / used) : call("ceil", operation`${scalar(count)} / ${used}`);
  return traced(share, ...count[ORIGINS], by("google-nodes-per-zone", at));
}

/** A pool whose nodes have other addresses than those of the first. */
const addresses = ({ first }: ProvidedCluster, { public: isPublic }: InstanceGroup): readonly Block[] =>
  isPublic.value === first.public.value
    ? []
    : [because(isPublic[ORIGINS], block(["network_config"], { enable_private_nodes: !isPublic.value }))];

/** Nodes that Google takes back are made anew wherever there are some. */
function autoscaling({ scaling, preemptible, at }: InstanceGroup): readonly Block[] {
  if (scaling === undefined) return [];
  return [
    because(
      [{ at: scaling.at }],
      block(["autoscaling"], {
        total_min_node_count: scalar(scaling.min),
        total_max_node_count: scalar(scaling.max),
        location_policy: traced(preemptible.value ? "ANY" : "BALANCED", by("google-node-spread", at)),
      }),
    ),
  ];
}

/** What Google's own pods leave room on. */
const usualNode = "e2-standard-2";

const leastDisk = 50;

const nodeConfig = (environment: Environment, pool: InstanceGroup): Block => {
  const { at, preemptible, labels, disks } = pool;
  const root = disks.find(({ name }) => name === "root");
  return block(
    ["node_config"],
    {
      machine_type: sizeOf(machineSizes, usualNode, pool, (text) => lowerFixed(environment, text)),
      spot: preemptible.value || preemptible.variable !== undefined ? scalar(preemptible) : undefined,
      disk_type: traced("pd-balanced", ...(root?.kind[ORIGINS] ?? []), by("google-node-disk", at)),
      disk_size_gb: root === undefined ? traced(leastDisk, by("google-node-disk", at)) : derive(root.size, toGibibytes),
      service_account: traced(serviceAccountEmail(pool), by("least-privilege", at)),
      // Rights are those of the account; scopes, which only narrow them, are of an older time.
      oauth_scopes: traced(["https://www.googleapis.com/auth/cloud-platform"], by("least-privilege", at)),
      labels:
        labels.length === 0
          ? undefined
          : object(Object.fromEntries(labels.map(({ name, value }) => [name, lowerFixed(environment, value)]))),
      metadata: traced(object({ "disable-legacy-endpoints": "true" }), by("google-node-metadata", at)),
    },
    [
      because(
        [by("google-shielded", at)],
        block(["shielded_instance_config"], { enable_secure_boot: true, enable_integrity_monitoring: true }),
      ),
      because([by("google-workload-identity", at)], block(["workload_metadata_config"], { mode: "GKE_METADATA" })),
    ],
  );
};
