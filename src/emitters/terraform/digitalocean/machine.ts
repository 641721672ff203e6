import type { Database } from "../../../compiler/environment/database.ts";
import type { Environment } from "../../../compiler/environment/environment.ts";
import type { InstanceGroup } from "../../../compiler/environment/instance-group.ts";
import { by } from "../../../compiler/rules.ts";
import { call, type Expression, reference } from "../../../formats/hcl/tree.ts";
import { traced } from "../../../formats/origin.ts";
import { residentsOf } from "../../parts/residents.ts";
import { namedMachines } from "../host-records.ts";
import { identifiers } from "../identifiers.ts";
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

/** A machine is guarded from its first minute, and a proxy finds the names of the machines behind it. */
export function firstNeeds(environment: Environment, group: InstanceGroup): Expression {
  const named = groupsBehind(environment, group).filter((each) => namedMachines(environment, each) !== undefined);
  return traced(
    [
      reference(firewall(group)),
      ...named.map((each) => reference(`digitalocean_record.${identifiers(each.name, "machines")}`)),
    ],
    by("firewall-first", group.at),
    ...(named.length === 0 ? [] : [by("names-first", group.at)]),
  );
}

function groupsBehind(environment: Environment, group: InstanceGroup): readonly InstanceGroup[] {
  const behind = residentsOf(environment, group)
    .proxies.flatMap((proxy) => [...proxy.apps, ...proxy.artifactApps])
    .flatMap(({ port, runsOn }) => (port === undefined || runsOn === undefined ? [] : [runsOn.name]));
  return environment.instances.filter(({ name }) => name !== group.name && behind.includes(name));
}
