import type { MachineImage } from "../../../compiler/environment/image.ts";
import type { InstanceGroup } from "../../../compiler/environment/instance-group.ts";
import type { Named } from "../../../compiler/environment/located.ts";
import type { Network } from "../../../compiler/environment/network.ts";
import type { Zone } from "../../../compiler/environment/zone.ts";
import { type Reference, reference } from "../../../formats/hcl/tree.ts";
import { identifier, identifiers } from "../identifiers.ts";

/** Where resources are found in the module; the one place that spells their labels. */
export const region: Reference = reference("local.region");

export const isDefault = ({ kind }: Network): boolean => kind.value === "provider-default";

export const vpc = (network: Network): string =>
  `${isDefault(network) ? "data." : ""}digitalocean_vpc.${identifier(network.name)}`;

export const vpcId = (network: Network): Reference => reference(`${vpc(network)}.id`);

/** The tag by which the machines of a group are known to what stands around them. */
export const groupTag = ({ name }: Pick<Named, "name">): Reference =>
  reference(`digitalocean_tag.${identifier(name)}.name`);

/** A tag that no machine has. */
export const nobodyLabel = ({ name }: Named): string => identifiers(name, "nobody");

export const machines = (group: Named): string => `digitalocean_droplet.${identifier(group.name)}`;

export const firewall = (group: Named): string => `digitalocean_firewall.${identifier(group.name)}`;

/** Machines behind a cloud always have an address of their own; their network's is the one that others inside use. */
export const addressAttribute = ({ public: isPublic }: InstanceGroup): string =>
  isPublic.value ? "ipv4_address" : "ipv4_address_private";

export const loadBalancer = (element: Pick<Named, "name">): string =>
  `digitalocean_loadbalancer.${identifier(element.name)}`;

export const certificate = (element: Named): string => `digitalocean_certificate.${identifier(element.name)}`;

export const database = (element: Named): string => `digitalocean_database_cluster.${identifier(element.name)}`;

export const zoneObject = ({ name, managed }: Zone): string =>
  `${managed.value ? "" : "data."}digitalocean_domain.${identifier(name)}`;

/** Where the module looks an image of ours up: the newest build, or the one that the spec names. */
export const imageAddress = ({ name, existing }: MachineImage): string =>
  `data.${existing === undefined ? "digitalocean_droplet_snapshot" : "digitalocean_image"}.${identifier(name)}`;

export const reservedAddress = (element: Pick<Named, "name">): string =>
  `digitalocean_reserved_ip.${identifier(element.name)}`;

export const cluster = (element: Named): string => `digitalocean_kubernetes_cluster.${identifier(element.name)}`;
