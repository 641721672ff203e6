import { diagnose } from "../../../../compiler/diagnostics/diagnostic.ts";
import type { Check } from "../../../../compiler/emitter.ts";
import type { InstanceGroup } from "../../../../compiler/environment/instance-group.ts";
import { providedClusters } from "../../clusters.ts";
import { subnetOf } from "../addresses.ts";
import { zonesUsed } from "../node-pools.ts";
import { isJoined } from "../network.ts";
import { servicesPart } from "../private-services.ts";

/** Pods and services have ranges of their own, and a pool has as many nodes in each of its zones. */
export const clustersAreSold: Check = function* (environment) {
  for (const cluster of providedClusters(environment)) {
    const problem = rangeProblem(cluster.first) ?? cluster.nodes.map(shareProblem).find((found) => found !== undefined);
    if (problem !== undefined) yield diagnose("google-cluster", cluster.at, { cluster: cluster.name, problem });
  }
};

/** The eighth of a network that pods have must hold the 256 addresses of each of eight nodes. */
const smallestNetwork = 18;

function rangeProblem(pool: InstanceGroup): string | undefined {
  const { network } = pool;
  if (network.subnets.length === 0)
    return Number(network.cidr.value.split("/")[1]) > smallestNetwork
      ? `its network is smaller than /${smallestNetwork}`
      : undefined;
  const subnet = subnetOf(pool);
  return subnet?.pods === undefined || subnet.services === undefined
    ? `its subnet \`${subnet?.name ?? ""}\` has no \`pods\` and \`services\``
    : undefined;
}

function shareProblem(pool: InstanceGroup): string | undefined {
  const zones = zonesUsed(pool);
  return pool.scaling === undefined && zones > 0 && pool.count.value % zones !== 0
    ? `${pool.count.value} nodes of \`${pool.name}\` cannot be shared out over ${zones} zones`
    : undefined;
}

/** A network stretches over zones that the spec names, where it names any. */
export const namedZonesSuffice: Check = function* ({ provider, networks }) {
  for (const { name, at, zones, kind } of networks)
    if (kind.value === "vpc" && provider?.zones !== undefined && provider.zones.length < zones.value)
      yield diagnose("google-zone-count", [...at, "zones"], {
        network: name,
        zones: zones.value,
        named: provider.zones.length,
      });
};

/** Google's databases have a part of the network. */
export const databasesHaveAddresses: Check = function* (environment) {
  for (const network of environment.networks)
    if (isJoined(environment, network) && servicesPart(network) === undefined)
      yield diagnose("google-subnets", [...network.at, "subnets"], { network: network.name });
};
