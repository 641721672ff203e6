import type { Environment } from "../../../compiler/environment/environment.ts";
import { sharedName } from "../../../compiler/environment/naming.ts";
import { isProduction } from "../../../compiler/environment/production.ts";
import { by } from "../../../compiler/rules.ts";
import { type Block, because, block, object, reference, template } from "../../../formats/hcl/tree.ts";
import { ORIGINS, traced } from "../../../formats/origin.ts";
import { type ProvidedCluster, providedClusters } from "../clusters.ts";
import { identifier } from "../identifiers.ts";
import { lowerFixed } from "../lower.ts";
import { subnetIds } from "./addresses.ts";
import { addons } from "./cluster-addons.ts";
import { controlPlaneAccess } from "./cluster-access.ts";
import { cluster as address, clusterKey, clusterLog, clusterPart, clusterRole } from "./cluster-addresses.ts";
import { clusterRights } from "./cluster-roles.ts";
import { nodeGroup, nodeTemplate } from "./node-groups.ts";

/** The clusters that Amazon runs, each with its groups of nodes. */
export const clusters = (environment: Environment): readonly Block[] =>
  providedClusters(environment).flatMap((cluster) => [
    log(environment, cluster),
    key(environment, cluster),
    keyAlias(environment, cluster),
    clusterBlock(environment, cluster),
    identityProvider(cluster),
    ...addons(cluster),
    ...cluster.nodes.flatMap((pool) => [nodeTemplate(environment, pool), nodeGroup(environment, cluster, pool)]),
  ]);

const clusterBlock = (environment: Environment, cluster: ProvidedCluster): Block =>
  because(
    [{ at: cluster.at }],
    block(
      ["resource", "aws_eks_cluster", identifier(cluster.name)],
      {
        name: sharedName(environment, cluster),
        version: cluster.version && lowerFixed(environment, cluster.version),
        role_arn: reference(`${clusterRole(cluster)}.arn`),
        enabled_cluster_log_types: traced(["api", "audit", "authenticator"], by("eks-log", cluster.at)),
        bootstrap_self_managed_addons: traced(false, by("eks-addons", cluster.at)),
        deletion_protection: traced(
          isProduction(environment),
          ...environment.environment[ORIGINS],
          by("protected-production", cluster.at),
        ),
        depends_on: traced(
          [reference(clusterLog(cluster)), ...clusterRights(cluster).map(reference)],
          by("first-boot", cluster.at),
        ),
      },
      [
        because(
          [by("eks-access", cluster.at)],
          block(["access_config"], {
            authentication_mode: "API",
            bootstrap_cluster_creator_admin_permissions: true,
          }),
        ),
        because(
          [by("eks-encryption", cluster.at)],
          block(["encryption_config"], { resources: ["secrets"] }, [
            block(["provider"], { key_arn: reference(`${clusterKey(cluster)}.arn`) }),
          ]),
        ),
        because([by("eks-upgrade", cluster.at)], block(["upgrade_policy"], { support_type: "STANDARD" })),
        block(["vpc_config"], {
          subnet_ids: subnetIds(cluster.first.network, "private"),
          ...controlPlaneAccess(cluster),
        }),
      ],
    ),
  );

/** Amazon would make the group itself, and keep it for ever. */
const log = (environment: Environment, cluster: ProvidedCluster): Block =>
  because(
    [by("eks-log", cluster.at)],
    block(["resource", "aws_cloudwatch_log_group", clusterPart(cluster)], {
      name: template("/aws/eks/", sharedName(environment, cluster), "/cluster"),
      retention_in_days: 90,
    }),
  );

const key = (environment: Environment, cluster: ProvidedCluster): Block =>
  because(
    [by("eks-encryption", cluster.at)],
    block(["resource", "aws_kms_key", clusterPart(cluster)], {
      description: `Secrets of the cluster ${cluster.name}`,
      enable_key_rotation: true,
      tags: object({ Name: sharedName(environment, cluster) }),
    }),
  );

const keyAlias = (environment: Environment, cluster: ProvidedCluster): Block =>
  because(
    [by("eks-encryption", cluster.at)],
    block(["resource", "aws_kms_alias", clusterPart(cluster)], {
      name: template("alias/", sharedName(environment, { ...cluster, name: `${cluster.name}-cluster` })),
      target_key_id: reference(`${clusterKey(cluster)}.key_id`),
    }),
  );

const identityProvider = (cluster: ProvidedCluster): Block =>
  because(
    [by("eks-identity", cluster.at)],
    block(["resource", "aws_iam_openid_connect_provider", identifier(cluster.name)], {
      url: reference(`${address(cluster)}.identity[0].oidc[0].issuer`),
      client_id_list: ["sts.amazonaws.com"],
    }),
  );
