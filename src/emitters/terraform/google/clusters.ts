import type { Environment } from "../../../compiler/environment/environment.ts";
import { isProduction } from "../../../compiler/environment/production.ts";
import { by } from "../../../compiler/rules.ts";
import { type Block, because, block, type Expression, reference, template } from "../../../formats/hcl/tree.ts";
import { ORIGINS, traced } from "../../../formats/origin.ts";
import { type ProvidedCluster, providedClusters } from "../clusters.ts";
import { identifier } from "../identifiers.ts";
import { lowerFixed } from "../lower.ts";
import { zonesLocal } from "../zones-of-network.ts";
import { gateway, networkId, resourceName, serviceAccountEmail, subnetworkOf } from "./addresses.ts";
import { controlPlaneAccess } from "./cluster-access.ts";
import { nodePool } from "./node-pools.ts";
import { serviceAddress } from "./services.ts";
import { clusterRanges } from "./subnetworks.ts";

/** The clusters that Google runs, each with its pools of nodes. */
export const clusters = (environment: Environment): readonly Block[] =>
  providedClusters(environment).flatMap((cluster) => [
    clusterBlock(environment, cluster),
    ...cluster.nodes.map((pool) => nodePool(environment, cluster, pool)),
  ]);

const clusterBlock = (environment: Environment, cluster: ProvidedCluster): Block =>
  because(
    [{ at: cluster.at }],
    block(
      ["resource", "google_container_cluster", identifier(cluster.name)],
      {
        name: resourceName(environment, cluster.at, cluster.name),
        location: environment.provider && lowerFixed(environment, environment.provider.region),
        node_locations: traced(
          reference(`local.${zonesLocal(cluster.first.network)}`),
          ...cluster.first.network.zones[ORIGINS],
        ),
        min_master_version: cluster.version && lowerFixed(environment, cluster.version),
        network: networkId(cluster.first.network),
        subnetwork: reference(`${subnetworkOf(cluster.first)}.id`),
        datapath_provider: traced("ADVANCED_DATAPATH", by("google-dataplane", cluster.at)),
        enable_shielded_nodes: traced(true, by("google-shielded", cluster.at)),
        ...withoutDefaultPool(cluster),
        deletion_protection: traced(
          isProduction(environment),
          ...environment.environment[ORIGINS],
          by("protected-production", cluster.at),
        ),
        depends_on: needsOf(cluster),
      },
      [
        defaultPool(cluster),
        block(["ip_allocation_policy"], {
          cluster_secondary_range_name: clusterRanges.pods,
          services_secondary_range_name: clusterRanges.services,
        }),
        ...controlPlaneAccess(environment, cluster),
        because([by("google-release-channel", cluster.at)], block(["release_channel"], { channel: "REGULAR" })),
        because([by("google-upkeep", cluster.at)], maintenance()),
        workloadIdentity(environment, cluster),
        because(
          [by("google-own-pools", cluster.at)],
          block(["lifecycle"], { ignore_changes: [reference("node_config")] }),
        ),
      ],
    ),
  );

/** Google makes a pool with every cluster; ours have names, and stay when their cluster is changed. */
const withoutDefaultPool = ({ at }: ProvidedCluster): Block["attributes"] => ({
  remove_default_node_pool: traced(true, by("google-own-pools", at)),
  initial_node_count: traced(1, by("google-own-pools", at)),
});

/** Even the pool that goes at once is never the project's all-powerful default account. */
const defaultPool = ({ at, first }: ProvidedCluster): Block =>
  because([by("least-privilege", at)], block(["node_config"], { service_account: serviceAccountEmail(first) }));

/** From Friday to Sunday nights, in UTC. */
const maintenance = (): Block =>
  block(["maintenance_policy"], {}, [
    block(["recurring_window"], {
      start_time: "2026-01-02T01:00:00Z",
      end_time: "2026-01-02T07:00:00Z",
      recurrence: "FREQ=WEEKLY;BYDAY=FR,SA,SU",
    }),
  ]);

function workloadIdentity({ provider, ...environment }: Environment, { at }: ProvidedCluster): Block {
  const project = provider?.project && lowerFixed({ provider, ...environment }, provider.project);
  return because(
    [by("google-workload-identity", at)],
    block(["workload_identity_config"], { workload_pool: project && template(project, ".svc.id.goog") }),
  );
}

/** What nodes need when they first start, and does not show in what they refer to. */
function needsOf({ at, first }: ProvidedCluster): Expression {
  const wayOut = first.network.nat.value === "none" ? [] : [reference(gateway(first.network))];
  return traced([serviceAddress("container"), ...wayOut], by("first-boot", at));
}
