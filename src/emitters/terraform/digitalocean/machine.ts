import type { Database } from "../../../compiler/environment/database.ts";
import type { Environment } from "../../../compiler/environment/environment.ts";
import type { InstanceGroup } from "../../../compiler/environment/instance-group.ts";
import { by } from "../../../compiler/rules.ts";
import { call, type Expression, reference } from "../../../formats/hcl/tree.ts";
import { traced } from "../../../formats/origin.ts";
import { type Needs, sizeOf } from "../sizes.ts";
import { userData } from "../user-data.ts";
import { firewall, groupTag, region, vpcId } from "./addresses.ts";
import { image } from "./images.ts";
import { lower } from "./lower.ts";
import { carriedSettings } from "./settings.ts";
import { machineSizes } from "./sizes.ts";

const usualMachine = "s-1vcpu-2gb";

/** What is asked of a size; the disk that a machine boots from belongs to it. */
export const needsOf = (element: InstanceGroup | Database): Needs => ({
  ...element.resources,
  ...("disks" in element ? { disk: element.disks.find(({ name }) => name === "root")?.size } : {}),
});

/** What machines of a group are made of, be they counted or in a pool. */
export const machineArguments = (environment: Environment, group: InstanceGroup) => ({
  image: image(environment, group),
  size: sizeOf(machineSizes, usualMachine, { ...group, resources: needsOf(group) }, (text) => lower(environment, text)),
  region,
  vpc_uuid: vpcId(group.network),
  ssh_keys: traced(
    reference("data.digitalocean_ssh_keys.account.ssh_keys[*].fingerprint"),
    by("account-keys", group.at),
  ),
  tags: call("concat", reference("local.tags"), [groupTag(group)]),
  user_data: userData(environment, group, carriedSettings),
});

/** A machine is guarded from its first minute. */
export const firstNeeds = (group: InstanceGroup): Expression =>
  traced([reference(firewall(group))], by("firewall-first", group.at));
