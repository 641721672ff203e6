import type { Environment } from "../../../compiler/environment/environment.ts";
import type { InstanceGroup } from "../../../compiler/environment/instance-group.ts";
import { by } from "../../../compiler/rules.ts";
import { type Block, because, block, call, object, reference } from "../../../formats/hcl/tree.ts";
import { traced } from "../../../formats/origin.ts";
import { identifier } from "../identifiers.ts";
import { scalar } from "../lower.ts";
import { machineName } from "../machine-name.ts";
import { userData } from "../user-data.ts";
import { machineProfile, securityGroupId, subnetsOf } from "./addresses.ts";
import { autoscaling } from "./autoscaling.ts";
import { volumesOf } from "./disks.ts";
import { firstBootNeeds } from "./first-boot.ts";
import { imageAddress, images } from "./images.ts";
import { keyName, keyPairs } from "./keys.ts";
import { lower } from "./lower.ts";
import { instanceType, metadataOptions } from "./machine.ts";
import { market } from "./market.ts";
import { parameterStore } from "./settings.ts";
import { machineTags, withDefaultTags } from "./tags.ts";

export const instances = (environment: Environment): readonly Block[] => [
  ...images(environment),
  ...keyPairs(environment),
  ...environment.instances.flatMap((group) =>
    group.scaling === undefined ? [machines(environment, group)] : autoscaling(environment, group, group.scaling),
  ),
];

const machines = (environment: Environment, group: InstanceGroup): Block => ({
  ...because(
    [{ at: group.at }],
    block(
      ["resource", "aws_instance", identifier(group.name)],
      {
        count: scalar(group.count),
        ami: reference(`${imageAddress(group)}.id`),
        instance_type: instanceType(environment, group),
        subnet_id: call("element", reference(`${subnetsOf(group)}[*].id`), reference("count.index")),
        associate_public_ip_address: group.public.value ? scalar(group.public) : undefined,
        vpc_security_group_ids: [securityGroupId("instances", group.name)],
        iam_instance_profile: reference(`${machineProfile(group)}.name`),
        key_name: keyName(environment, group),
        user_data: userData(environment, group, parameterStore),
        user_data_replace_on_change: isMember(environment, group)
          ? undefined
          : traced(true, by("settings-at-start", group.at)),
        tags: machineTags(environment, group, machineName(lower, environment, group)),
        volume_tags: withDefaultTags(object({ Name: machineName(lower, environment, group) })),
        depends_on: firstBootNeeds(group),
      },
      [metadataOptions(group), ...market(group), ...disks(group), ...lifecycle(environment, group)],
    ),
  ),
  ...renewal(environment, group),
});

const disks = (group: InstanceGroup): readonly Block[] =>
  volumesOf(group).map(({ isRoot, device, arguments: settings }) =>
    isRoot ? block(["root_block_device"], settings) : block(["ebs_block_device"], { device_name: device, ...settings }),
  );

/** Replacing a machine for each new build of an operating system would be a surprise; for a build of ours it is the point. */
function lifecycle(environment: Environment, group: InstanceGroup): readonly Block[] {
  const { at, image } = group;
  const ignoring = (rule: "image-stays" | "quorum-stays", ...names: readonly string[]): readonly Block[] => [
    because([by(rule, at)], block(["lifecycle"], { ignore_changes: names.map(reference) })),
  ];
  if (isMember(environment, group)) return ignoring("quorum-stays", "ami", "user_data");
  return image.kind === "built" ? [] : ignoring("image-stays", "ami");
}

/** Machines that agree by majority, which is lost when all are replaced at once. */
const isMember = ({ discovery, clusters }: Environment, { name, count }: InstanceGroup): boolean =>
  count.value > 1 &&
  [...discovery.flatMap(({ members }) => members), ...clusters.flatMap(({ servers }) => servers)].some(
    (member) => member.name === name,
  );

/** How a member is renewed, where somebody who changes its image or user data will look. */
function renewal(environment: Environment, group: InstanceGroup): Pick<Block, "comment"> {
  if (!isMember(environment, group)) return {};
  const module = group.module === undefined ? "" : `module.${identifier(group.module.value)}.`;
  const address = `${module}aws_instance.${identifier(group.name)}[0]`;
  return {
    comment: `Members keep a majority: renew them one by one, terraform apply -replace='${address}' and so on.`,
  };
}
