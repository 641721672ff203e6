import type { Named } from "../../../compiler/environment/located.ts";
import { type Reference, reference } from "../../../formats/hcl/tree.ts";
import { identifier, identifiers } from "../identifiers.ts";

/** Where what belongs to a cluster is found in the module; the one place that spells their labels. */
export const cluster = ({ name }: Named): string => `aws_eks_cluster.${identifier(name)}`;

/** `main_cluster`: what a cluster has one of, beside things of others by its name. */
export const clusterPart = ({ name }: Named): string => identifiers(name, "cluster");

export const clusterRole = (each: Named): string => `aws_iam_role.${clusterPart(each)}`;

export const clusterKey = (each: Named): string => `aws_kms_key.${clusterPart(each)}`;

export const clusterLog = (each: Named): string => `aws_cloudwatch_log_group.${clusterPart(each)}`;

/** The group of the control plane and of all nodes. */
export const clusterGroupId = (each: Named): Reference =>
  reference(`${cluster(each)}.vpc_config[0].cluster_security_group_id`);

/** `main_network`: the role of the pods that give others their addresses. */
export const networkRoleLabel = ({ name }: Named): string => identifiers(name, "network");

export const nodePart = ({ name }: Named): string => identifiers(name, "nodes");

export const nodeRole = (pool: Named): string => `aws_iam_role.${nodePart(pool)}`;

export const nodes = ({ name }: Named): string => `aws_eks_node_group.${identifier(name)}`;
