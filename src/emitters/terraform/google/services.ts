import type { Environment } from "../../../compiler/environment/environment.ts";
import type { Zone } from "../../../compiler/environment/zone.ts";
import { by } from "../../../compiler/rules.ts";
import { type Block, because, block, type Expression, type Reference, reference } from "../../../formats/hcl/tree.ts";
import { type SpecPath, traced } from "../../../formats/origin.ts";
import { buckets } from "../buckets.ts";
import { deployedSettings } from "../settings.ts";

/** A service of Google Cloud, by the first word of its host. */
export type Service =
  | "cloudresourcemanager"
  | "compute"
  | "container"
  | "dns"
  | "iam"
  | "iap"
  | "secretmanager"
  | "servicemanagement"
  | "servicenetworking"
  | "sqladmin"
  | "storage";

/** The services that the project must have switched on, each for itself, so that a further one changes nothing else. */
export const services = (environment: Environment): readonly Block[] =>
  used(environment).map(({ service, at }) =>
    because(
      [by("google-services", at)],
      block(["resource", "google_project_service", service], {
        service: `${service}.googleapis.com`,
        // Others in the project may use it as well.
        disable_on_destroy: false,
      }),
    ),
  );

interface UsedService {
  readonly service: Service;
  readonly at: SpecPath;
}

function used(environment: Environment): readonly UsedService[] {
  const { networks, instances, nodePools, databases, zones, loadBalancers } = environment;
  const [machines, nodes, database] = [instances[0], nodePools[0], databases[0]];
  const zoneOfKind = (of: Zone["kind"]["value"]): Zone | undefined => zones.find(({ kind }) => kind.value === of);
  const network = networks[0] ?? loadBalancers[0];
  const setting = deployedSettings(environment)[0]?.setting;
  return [
    ...uses(["cloudresourcemanager"], nodes),
    ...uses(["compute"], network),
    ...uses(["container"], nodes),
    ...uses(["dns"], zoneOfKind("provider")),
    ...uses(["iam"], machines ?? nodes),
    ...uses(["iap"], machines),
    ...uses(["secretmanager"], setting),
    ...uses(["servicemanagement"], zoneOfKind("cloud-endpoints")),
    ...uses(["servicenetworking", "sqladmin"], database),
    ...uses(["storage"], buckets(environment)[0]),
  ];
}

const uses = (of: readonly Service[], element: { readonly at: SpecPath } | undefined): readonly UsedService[] =>
  element === undefined ? [] : of.map((service) => ({ service, at: element.at }));

/** What waits until its service is switched on. */
export const needs = (at: SpecPath, service: Service): Expression =>
  traced([serviceAddress(service)], by("google-services", at));

export const serviceAddress = (service: Service): Reference => reference(`google_project_service.${service}`);
