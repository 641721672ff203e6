import type { Environment } from "../../../compiler/environment/environment.ts";
import { by } from "../../../compiler/rules.ts";
import { type Block, because, block, type Expression, type Reference, reference } from "../../../formats/hcl/tree.ts";
import { type SpecPath, traced } from "../../../formats/origin.ts";
import { deployedSettings } from "../settings.ts";

/** A service of Google Cloud, by the first word of its host. */
export type Service = "compute" | "dns" | "iam" | "iap" | "secretmanager" | "servicenetworking" | "sqladmin";

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
  const { networks, instances, databases, zones, loadBalancers } = environment;
  const [machines, database, zone] = [instances[0], databases[0], zones[0]];
  const network = networks[0] ?? loadBalancers[0];
  const setting = deployedSettings(environment)[0]?.setting;
  return [
    ...uses(["compute"], network),
    ...uses(["dns"], zone),
    ...uses(["iam", "iap"], machines),
    ...uses(["secretmanager"], setting),
    ...uses(["servicenetworking", "sqladmin"], database),
  ];
}

const uses = (of: readonly Service[], element: { readonly at: SpecPath } | undefined): readonly UsedService[] =>
  element === undefined ? [] : of.map((service) => ({ service, at: element.at }));

/** What waits until its service is switched on. */
export const needs = (at: SpecPath, service: Service): Expression =>
  traced([serviceAddress(service)], by("google-services", at));

export const serviceAddress = (service: Service): Reference => reference(`google_project_service.${service}`);
