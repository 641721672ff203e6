import type { InstanceGroup } from "../../../compiler/environment/instance-group.ts";
import type { Named } from "../../../compiler/environment/located.ts";
import type { Zone } from "../../../compiler/environment/zone.ts";
import { type Expression, type Reference, reference } from "../../../formats/hcl/tree.ts";
import type { Guarded } from "../guarded.ts";
import { identifier, identifiers } from "../identifiers.ts";

/** Where resources are found in the module; the one place that spells their labels. */
export const vpc = (network: Named): string => `aws_vpc.${identifier(network.name)}`;

export const vpcId = (network: Named): Reference => reference(`${vpc(network)}.id`);

export type Reachability = "public" | "private";

export const subnetLabel = (network: Named, reachability: Reachability): string =>
  identifiers(network.name, reachability);

export const subnet = (network: Named, reachability: Reachability): string =>
  `aws_subnet.${subnetLabel(network, reachability)}`;

export const subnetIds = (network: Named, reachability: Reachability): Reference =>
  reference(`${subnet(network, reachability)}[*].id`);

export const subnetsOf = ({ network, public: isPublic }: InstanceGroup): string =>
  subnet(network, isPublic.value ? "public" : "private");

const nouns: Readonly<Record<Guarded, string>> = {
  instances: "instances",
  loadBalancer: "load-balancer",
  database: "database",
};

/** `web-instances`: elements of different sections may share a name, their security groups may not. */
export const securityGroupName = (section: Guarded, name: string): string => `${name}-${nouns[section]}`;

export const securityGroupLabel = (section: Guarded, name: string): string =>
  identifier(securityGroupName(section, name));

export const securityGroupId = (section: Guarded, name: string): Reference =>
  reference(`aws_security_group.${securityGroupLabel(section, name)}.id`);

export const machineProfile = ({ name }: Named): string =>
  `aws_iam_instance_profile.${securityGroupLabel("instances", name)}`;

export const zoneObject = ({ name, managed }: Zone): string =>
  `${managed.value ? "" : "data."}aws_route53_zone.${identifier(name)}`;

export const zoneId = (zone: Zone): Expression => reference(`${zoneObject(zone)}.zone_id`);

export const database = (element: Named): string => `aws_db_instance.${identifier(element.name)}`;

export const loadBalancer = (element: Named): string => `aws_lb.${identifier(element.name)}`;

export const machines = (group: Named): string => `aws_instance.${identifier(group.name)}`;

export const bucket = (element: Named): string => `aws_s3_bucket.${identifier(element.name)}`;
