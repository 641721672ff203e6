import type { Environment } from "../../../compiler/environment/environment.ts";
import type { InstanceGroup } from "../../../compiler/environment/instance-group.ts";
import { sharedName } from "../../../compiler/environment/naming.ts";
import { by } from "../../../compiler/rules.ts";
import {
  type Block,
  because,
  block,
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
import { subnetsOf } from "./addresses.ts";
import { nodeAddons } from "./cluster-addons.ts";
import { cluster as clusterAddress, nodePart, nodeRole } from "./cluster-addresses.ts";
import { nodeRights } from "./cluster-roles.ts";
import { machineSizes } from "./sizes.ts";
import { withDefaultTags } from "./tags.ts";

/** What the system and Amazon's own pods leave room on. */
const usualNode = "t3.large";

/** Machines of a cluster that are alike. */
export const nodeGroup = (environment: Environment, cluster: ProvidedCluster, pool: InstanceGroup): Block =>
  because(
    [{ at: pool.at }],
    block(
      ["resource", "aws_eks_node_group", identifier(pool.name)],
      {
        cluster_name: reference(`${clusterAddress(cluster)}.name`),
        node_group_name: sharedName(environment, pool),
        node_role_arn: reference(`${nodeRole(pool)}.arn`),
        subnet_ids: reference(`${subnetsOf(pool)}[*].id`),
        ami_type: traced("AL2023_x86_64_STANDARD", by("eks-node-image", pool.at)),
        capacity_type: capacity(pool),
        instance_types: [sizeOf(machineSizes, usualNode, pool, (text) => lowerFixed(environment, text))],
        labels: labels(environment, pool),
        depends_on: traced(
          [...nodeRights(pool), ...nodeAddons(cluster)].map((each) => reference(each)),
          by("first-boot", pool.at),
        ),
      },
      [
        block(["launch_template"], {
          id: reference(`${template(pool)}.id`),
          version: traced(reference(`${template(pool)}.latest_version`), by("latest-template", pool.at)),
        }),
        scaling(pool),
        because([by("rolling-replacement", pool.at)], block(["update_config"], { max_unavailable: 1 })),
        ...keptSize(pool),
      ],
    ),
  );

const template = (pool: InstanceGroup): string => `aws_launch_template.${nodePart(pool)}`;

const capacity = ({ preemptible }: InstanceGroup): Expression =>
  preemptible.variable === undefined
    ? derive(preemptible, (isSpot) => (isSpot ? "SPOT" : "ON_DEMAND"))
    : traced(operation`${scalar(preemptible)} ? "SPOT" : "ON_DEMAND"`, ...preemptible[ORIGINS]);

const labels = (environment: Environment, { labels: written }: InstanceGroup): Expression | undefined =>
  written.length === 0
    ? undefined
    : object(Object.fromEntries(written.map(({ name, value }) => [name, lowerFixed(environment, value)])));

const scaling = ({ count, scaling: limits }: InstanceGroup): Block =>
  because(
    limits === undefined ? count[ORIGINS] : [{ at: limits.at }],
    block(["scaling_config"], {
      desired_size: scalar(limits?.min ?? count),
      min_size: scalar(limits?.min ?? count),
      max_size: scalar(limits?.max ?? count),
    }),
  );

/** The autoscaler of the cluster decides between the limits. */
const keptSize = ({ scaling: limits }: InstanceGroup): readonly Block[] =>
  limits === undefined
    ? []
    : [
        because(
          [{ at: limits.at }],
          block(["lifecycle"], { ignore_changes: [reference("scaling_config[0].desired_size")] }),
        ),
      ];

const leastDisk = 50;

/** What a group of nodes cannot say itself: whom the metadata service answers, and what disks are like. */
export function nodeTemplate(environment: Environment, pool: InstanceGroup): Block {
  const { at, disks } = pool;
  const root = disks.find(({ name }) => name === "root");
  return because(
    [{ at }],
    block(
      ["resource", "aws_launch_template", nodePart(pool)],
      { name_prefix: traced(`${sharedName(environment, pool).value}-`, ...sharedName(environment, pool)[ORIGINS]) },
      [
        block(["block_device_mappings"], { device_name: "/dev/xvda" }, [
          block(["ebs"], {
            volume_type: root === undefined || root.kind.value === "ssd" ? "gp3" : "st1",
            volume_size: root === undefined ? traced(leastDisk, by("node-disk", at)) : derive(root.size, toGibibytes),
            encrypted: traced(true, by("encrypted-at-rest", at)),
            delete_on_termination: traced(true, by("disks-follow-machines", at)),
          }),
        ]),
        // A pod is one hop farther than its node, so that it reads no credentials of the node's.
        because(
          [by("imds-v2", at)],
          block(["metadata_options"], {
            http_endpoint: "enabled",
            http_tokens: "required",
            http_put_response_hop_limit: 1,
          }),
        ),
        ...["instance", "volume"].map((type) =>
          because(
            [by("default-tags", at)],
            block(["tag_specifications"], {
              resource_type: type,
              tags: withDefaultTags(object({ Name: sharedName(environment, pool) })),
            }),
          ),
        ),
      ],
    ),
  );
}
