import type { Environment } from "../../../compiler/environment/environment.ts";
import type { Named } from "../../../compiler/environment/located.ts";
import { sharedName } from "../../../compiler/environment/naming.ts";
import { by } from "../../../compiler/rules.ts";
import { type Block, because, block, call, reference, template } from "../../../formats/hcl/tree.ts";
import { type ProvidedCluster, providedClusters } from "../clusters.ts";
import { identifier, identifiers } from "../identifiers.ts";
import { clusterPart, networkRoleLabel, nodePart } from "./cluster-addresses.ts";

/** What control planes, nodes and the pods that give others their addresses may do. */
export const clusterRoles = (environment: Environment): readonly Block[] =>
  providedClusters(environment).flatMap((cluster) => [
    ...serviceRole(environment, controlPlane(cluster)),
    ...cluster.nodes.flatMap((pool) => serviceRole(environment, nodesOf(pool))),
    ...networkRole(environment, cluster),
  ]);

/** Someone of Amazon's who acts for us, with rights that Amazon keeps up to date. */
interface ServiceRole extends Named {
  readonly label: string;
  readonly service: string;
  readonly policies: readonly string[];
}

const controlPlane = (cluster: Named): ServiceRole => ({
  ...cluster,
  name: `${cluster.name}-cluster`,
  label: clusterPart(cluster),
  service: "eks.amazonaws.com",
  policies: ["AmazonEKSClusterPolicy"],
});

const nodesOf = (pool: Named): ServiceRole => ({
  ...pool,
  name: `${pool.name}-nodes`,
  label: nodePart(pool),
  service: "ec2.amazonaws.com",
  policies: ["AmazonEKSWorkerNodePolicy", "AmazonEC2ContainerRegistryPullOnly"],
});

const serviceRole = (environment: Environment, role: ServiceRole): readonly Block[] =>
  [
    block(["data", "aws_iam_policy_document", role.label], {}, [
      block(["statement"], { actions: ["sts:AssumeRole"] }, [
        block(["principals"], { type: "Service", identifiers: [role.service] }),
      ]),
    ]),
    block(["resource", "aws_iam_role", role.label], {
      name: sharedName(environment, role),
      assume_role_policy: reference(`data.aws_iam_policy_document.${role.label}.json`),
    }),
    ...role.policies.map((policy) => attachment(role.label, policy)),
  ].map((each) => because([{ at: role.at }, by("least-privilege", role.at)], each));

/** `main_cluster_eks_cluster` of `AmazonEKSClusterPolicy` */
const attachmentLabel = (label: string, policy: string): string =>
  identifiers(
    label,
    policy
      .replace(/^Amazon/, "")
      .replace(/_?Policy$/, "")
      .replace(/(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z0-9])(?=[A-Z][a-z])/g, "_")
      .toLowerCase(),
  );

const attachment = (label: string, policy: string): Block =>
  block(["resource", "aws_iam_role_policy_attachment", attachmentLabel(label, policy)], {
    role: reference(`aws_iam_role.${label}.name`),
    policy_arn: template("arn:", reference("data.aws_partition.current.partition"), `:iam::aws:policy/${policy}`),
  });

/** What a control plane cannot work without. */
export const clusterRights = (cluster: Named): readonly string[] => rights(controlPlane(cluster));

/** What nodes cannot work without. */
export const nodeRights = (pool: Named): readonly string[] => rights(nodesOf(pool));

const rights = ({ label, policies }: ServiceRole): readonly string[] =>
  policies.map((policy) => `aws_iam_role_policy_attachment.${attachmentLabel(label, policy)}`);

const networkPolicy = "AmazonEKS_CNI_Policy";

/** What the pods that give others their addresses cannot work without. */
export const networkRight = (cluster: Named): string => {
  const label = networkRoleLabel(cluster);
  return `aws_iam_role_policy_attachment.${attachmentLabel(label, networkPolicy)}`;
};

/** The account of the cluster by which these pods are known. */
const networkAccount = "system:serviceaccount:kube-system:aws-node";

/** A role that pods of one account of the cluster take on, and no others. */
function networkRole(environment: Environment, cluster: ProvidedCluster): readonly Block[] {
  const label = networkRoleLabel(cluster);
  const provider = `aws_iam_openid_connect_provider.${identifier(cluster.name)}`;
  const issuer = call("trimprefix", reference(`${provider}.url`), "https://");
  const equals = (claim: string, value: string): Block =>
    block(["condition"], { test: "StringEquals", variable: template(issuer, `:${claim}`), values: [value] });
  return [
    block(["data", "aws_iam_policy_document", label], {}, [
      block(["statement"], { actions: ["sts:AssumeRoleWithWebIdentity"] }, [
        block(["principals"], { type: "Federated", identifiers: [reference(`${provider}.arn`)] }),
        equals("sub", networkAccount),
        equals("aud", "sts.amazonaws.com"),
      ]),
    ]),
    block(["resource", "aws_iam_role", label], {
      name: sharedName(environment, { ...cluster, name: `${cluster.name}-network` }),
      assume_role_policy: reference(`data.aws_iam_policy_document.${label}.json`),
    }),
    attachment(label, networkPolicy),
  ].map((each) => because([by("eks-identity", cluster.at), by("least-privilege", cluster.at)], each));
}
