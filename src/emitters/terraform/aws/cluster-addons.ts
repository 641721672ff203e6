import { by } from "../../../compiler/rules.ts";
import { type Block, because, block, call, type Expression, object, reference } from "../../../formats/hcl/tree.ts";
import { traced } from "../../../formats/origin.ts";
import type { ProvidedCluster } from "../clusters.ts";
import { identifiers } from "../identifiers.ts";
import { cluster as address, networkRoleLabel, nodes } from "./cluster-addresses.ts";
import { networkRight } from "./cluster-roles.ts";

interface Addon {
  readonly name: string;
  /** Pods of it wait for nodes, which wait for the others. */
  readonly needsNodes: boolean;
}

const networkAddon = "vpc-cni";

const usual: readonly Addon[] = [
  { name: networkAddon, needsNodes: false },
  { name: "kube-proxy", needsNodes: false },
  { name: "eks-pod-identity-agent", needsNodes: false },
  { name: "coredns", needsNodes: true },
  { name: "metrics-server", needsNodes: true },
];

/** What every cluster runs; Amazon chooses the version that fits the cluster's. */
export const addons = (cluster: ProvidedCluster): readonly Block[] => usual.map((addon) => addonBlock(cluster, addon));

const label = (cluster: ProvidedCluster, { name }: Addon): string => identifiers(cluster.name, name);

const addonBlock = (cluster: ProvidedCluster, addon: Addon): Block =>
  because(
    [by("eks-addons", cluster.at)],
    block(["resource", "aws_eks_addon", label(cluster, addon)], {
      cluster_name: reference(`${address(cluster)}.name`),
      addon_name: addon.name,
      ...(addon.name === networkAddon ? networking(cluster) : {}),
      depends_on: needsOf(cluster, addon),
    }),
  );

function needsOf(cluster: ProvidedCluster, { name, needsNodes }: Addon): Expression | undefined {
  const needs = [
    ...(name === networkAddon ? [networkRight(cluster)] : []),
    ...(needsNodes ? cluster.nodes.map(nodes) : []),
  ];
  return needs.length === 0 ? undefined : traced(needs.map(reference), by("first-boot", cluster.at));
}

/** What gives pods their addresses also keeps the network policies, and may no more than it must. */
const networking = (cluster: ProvidedCluster): Readonly<Record<string, Expression>> => ({
  service_account_role_arn: traced(
    reference(`aws_iam_role.${networkRoleLabel(cluster)}.arn`),
    by("least-privilege", cluster.at),
  ),
  configuration_values: traced(
    call("jsonencode", object({ enableNetworkPolicy: "true" })),
    by("eks-network-policies", cluster.at),
  ),
});

/** What nodes cannot work without. */
export const nodeAddons = (cluster: ProvidedCluster): readonly string[] =>
  usual.filter(({ needsNodes }) => !needsNodes).map((addon) => `aws_eks_addon.${label(cluster, addon)}`);
