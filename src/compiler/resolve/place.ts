import type { Cluster } from "../environment/cluster.ts";
import type { InstanceGroup } from "../environment/instance-group.ts";
import type { Context } from "./context.ts";
import { optionalOrOnly } from "./members.ts";
import type { Section } from "./section.ts";

/** A cluster or a group. */
export interface RunsOn {
  readonly group: InstanceGroup | undefined;
  readonly cluster: Cluster | undefined;
}

export interface Places {
  readonly groups: readonly InstanceGroup[];
  readonly clusters: readonly Cluster[];
}

/** What `runsOn` names, by default the only cluster, else the only group. */
export function resolvePlace<S extends { readonly runsOn?: string }>(
  context: Context,
  section: Section<S>,
  { groups, clusters }: Places,
): RunsOn {
  const ofGroups = { section: "instances", elements: groups };
  const ofClusters = { section: "cluster", elements: clusters };
  const choices = section.value.runsOn === undefined && clusters.length > 0 ? [ofClusters] : [ofClusters, ofGroups];
  const found = optionalOrOnly<S, Cluster | InstanceGroup>(context, section, "runsOn", choices)?.value;
  return {
    group: found?.section === "instances" ? (found.element as InstanceGroup) : undefined,
    cluster: found?.section === "cluster" ? (found.element as Cluster) : undefined,
  };
}
