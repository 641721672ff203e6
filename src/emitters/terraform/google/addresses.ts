import type { Environment } from "../../../compiler/environment/environment.ts";
import type { Ingress } from "../../../compiler/environment/ingress.ts";
import type { InstanceGroup } from "../../../compiler/environment/instance-group.ts";
import type { Subnet } from "../../../compiler/environment/lan.ts";
import type { LoadBalancer } from "../../../compiler/environment/load-balancer.ts";
import type { Named } from "../../../compiler/environment/located.ts";
import { sharedName } from "../../../compiler/environment/naming.ts";
import type { Network } from "../../../compiler/environment/network.ts";
import type { Zone } from "../../../compiler/environment/zone.ts";
import { type Expression, type Reference, reference, template } from "../../../formats/hcl/tree.ts";
import type { SpecPath, Traced } from "../../../formats/origin.ts";
import { identifier, identifiers } from "../identifiers.ts";
import { lowerFixed } from "../lower.ts";

/** The name of a resource, of the words of its label, so that two names are alike only where their labels are. */
export const resourceName = (environment: Environment, at: SpecPath, ...words: readonly string[]): Traced<string> =>
  sharedName(environment, { name: words.join("-"), at });

/** Where resources are found in the module; the one place that spells their labels. */
export const network = (each: Named): string => `google_compute_network.${identifier(each.name)}`;

export const networkId = (each: Named): Reference => reference(`${network(each)}.id`);

const subnetwork = (each: Named): string => `google_compute_subnetwork.${identifier(each.name)}`;

/** The subnet that a group names, else the first that is as public as its machines are; nothing where none is laid out. */
export function subnetOf({ network: of, subnet, public: isPublic }: InstanceGroup): Subnet | undefined {
  const named = of.subnets.find(({ name }) => name === subnet?.value);
  return named ?? of.subnets.find((each) => each.public.value === isPublic.value) ?? of.subnets[0];
}

/** Where machines of a group stand. */
export function subnetworkOf(group: InstanceGroup): string {
  const subnet = subnetOf(group);
  return subnet === undefined ? subnetwork(group.network) : laidOutSubnetwork(group.network, subnet);
}

const laidOutSubnetwork = (of: Named, { name }: Named): string =>
  `google_compute_subnetwork.${identifiers(of.name, name)}`;

/** Where what serves the whole network stands. */
export const firstSubnetwork = (each: Network): string => {
  const [first] = each.subnets;
  return first === undefined ? subnetwork(each) : laidOutSubnetwork(each, first);
};

export const gateway = (each: Named): string => `google_compute_router_nat.${identifier(each.name)}`;

export const servicesLocal = (each: Named): string => identifiers(each.name, "services");

export const servicesConnection = (each: Named): string =>
  `google_service_networking_connection.${identifier(each.name)}`;

export const serviceAccount = (group: Named): string => `google_service_account.${identifier(group.name)}`;

export const serviceAccountEmail = (group: Named): Reference => reference(`${serviceAccount(group)}.email`);

export const machines = (group: Named): string => `google_compute_instance.${identifier(group.name)}`;

export const managedGroup = (group: Named): string =>
  `google_compute_region_instance_group_manager.${identifier(group.name)}`;

export const cluster = (each: Named): string => `google_container_cluster.${identifier(each.name)}`;

/** An address that everybody reaches; of the whole world for Google's own balancers, else of the region. */
export const ingressAddress = (ingress: Ingress): string =>
  `google_compute_${isGlobal(ingress) ? "global_address" : "address"}.${identifier(ingress.name)}`;

export const ingressReference = (ingress: Ingress): Reference => reference(`${ingressAddress(ingress)}.address`);

/** Whether the ingress is Google's own balancer. */
export const isGlobal = ({ class: controller }: Ingress): boolean =>
  controller === undefined || controller.value === "gce";

export const bucket = (each: Named): string => `google_storage_bucket.${identifier(each.name)}`;

export const zonalGroups = (group: Named): string => `google_compute_instance_group.${identifier(group.name)}`;

export const backendService = ({ label }: { readonly label: string }): Reference =>
  reference(`google_compute_backend_service.${label}.id`);

export const healthCheck = ({ label }: { readonly label: string }): Reference =>
  reference(`google_compute_health_check.${label}.id`);

export const balancerAddress = ({ name, internal }: LoadBalancer): string =>
  `google_compute_${internal.value ? "address" : "global_address"}.${identifier(name)}`;

export const balancerReference = (balancer: LoadBalancer): Reference =>
  reference(`${balancerAddress(balancer)}.address`);

export const database = (each: Named): string => `google_sql_database_instance.${identifier(each.name)}`;

/** The provider's name of a zone. */
export const zoneName = ({ name, managed }: Zone): Expression =>
  reference(managed.value ? `google_dns_managed_zone.${identifier(name)}.name` : `local.${identifiers(name, "zone")}`);

/** A zone's domain as Google writes names, with a dot at the end. */
export const zoneDomain = (environment: Environment, { name, managed, domain }: Zone): Expression =>
  managed.value
    ? reference(`google_dns_managed_zone.${identifier(name)}.dns_name`)
    : template(lowerFixed(environment, domain), ".");
