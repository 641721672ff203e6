import type { Environment } from "../../../compiler/environment/environment.ts";
import type { InstanceGroup } from "../../../compiler/environment/instance-group.ts";
import { by } from "../../../compiler/rules.ts";
import { type Block, because, block, reference } from "../../../formats/hcl/tree.ts";
import { traced } from "../../../formats/origin.ts";
import { identifier } from "../identifiers.ts";
import { scalar } from "../lower.ts";
import { machineName } from "../machine-name.ts";
import { resourceName } from "../resource-name.ts";
import { snapshots } from "./images.ts";
import { lower } from "./lower.ts";
import { firstNeeds, machineArguments } from "./machine.ts";
import { pool } from "./pools.ts";
import { volumes } from "./volumes.ts";

export const instances = (environment: Environment): readonly Block[] => [
  ...accountKeys(environment),
  ...snapshots(environment),
  ...environment.instances.flatMap((group) => [
    tag(environment, group),
    ...(group.scaling === undefined
      ? [machines(environment, group), ...volumes(environment, group)]
      : [pool(environment, group, group.scaling)]),
  ]),
];

const accountKeys = ({ instances: [first] }: Environment): readonly Block[] =>
  first === undefined
    ? []
    : [because([by("account-keys", first.at)], block(["data", "digitalocean_ssh_keys", "account"]))];

const tag = (environment: Environment, group: InstanceGroup): Block =>
  because(
    [by("group-tag", group.at)],
    block(["resource", "digitalocean_tag", identifier(group.name)], { name: resourceName(environment, group) }),
  );

const machines = (environment: Environment, group: InstanceGroup): Block =>
  because(
    [{ at: group.at }],
    block(
      ["resource", "digitalocean_droplet", identifier(group.name)],
      {
        count: scalar(group.count),
        name: machineName(lower, environment, group),
        ...machineArguments(environment, group),
        monitoring: traced(true, by("machine-metrics", group.at)),
        depends_on: firstNeeds(environment, group),
      },
      [
        because(
          [by("replace-before-destroy", group.at)],
          block(["lifecycle"], {
            create_before_destroy: true,
            ignore_changes: traced([reference("ssh_keys")], by("account-keys", group.at)),
          }),
        ),
      ],
    ),
  );
