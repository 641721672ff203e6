import type { Environment } from "../../../compiler/environment/environment.ts";
import type { LoadBalancer } from "../../../compiler/environment/load-balancer.ts";
import type { Named } from "../../../compiler/environment/located.ts";
import { sharedName } from "../../../compiler/environment/naming.ts";
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

export const subnetwork = (each: Named): string => `google_compute_subnetwork.${identifier(each.name)}`;

export const gateway = (each: Named): string => `google_compute_router_nat.${identifier(each.name)}`;

export const servicesLocal = (each: Named): string => identifiers(each.name, "services");

export const servicesConnection = (each: Named): string =>
  `google_service_networking_connection.${identifier(each.name)}`;

export const serviceAccount = (group: Named): string => `google_service_account.${identifier(group.name)}`;

export const serviceAccountEmail = (group: Named): Reference => reference(`${serviceAccount(group)}.email`);

export const machines = (group: Named): string => `google_compute_instance.${identifier(group.name)}`;

export const managedGroup = (group: Named): string =>
  `google_compute_region_instance_group_manager.${identifier(group.name)}`;

export const zonalGroups = (group: Named): string => `google_compute_instance_group.${identifier(group.name)}`;

export const backendService = ({ label }: { readonly label: string }): Reference =>
  reference(`google_compute_backend_service.${label}.id`);

export const healthCheck = ({ label }: { readonly label: string }): Reference =>
  reference(`google_compute_health_check.${label}.id`);

export const balancerAddress = ({ name, internal }: LoadBalancer): string =>
  `google_compute_${internal.value ? "address" : "global_address"}.${identifier(name)}`;

export const database = (each: Named): string => `google_sql_database_instance.${identifier(each.name)}`;

/** The provider's name of a zone. */
export const zoneName = ({ name, managed }: Zone): Expression =>
  reference(managed.value ? `google_dns_managed_zone.${identifier(name)}.name` : `local.${identifiers(name, "zone")}`);

/** A zone's domain as Google writes names, with a dot at the end. */
export const zoneDomain = (environment: Environment, { name, managed, domain }: Zone): Expression =>
  managed.value
    ? reference(`google_dns_managed_zone.${identifier(name)}.dns_name`)
    : template(lowerFixed(environment, domain), ".");
