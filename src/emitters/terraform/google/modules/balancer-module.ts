import type { Environment } from "../../../../compiler/environment/environment.ts";
import type { LoadBalancer } from "../../../../compiler/environment/load-balancer.ts";
import { literal } from "../../../../compiler/environment/text.ts";
import { type Block, because, block, call, operation, reference, template } from "../../../../formats/hcl/tree.ts";
import { derive } from "../../../../formats/origin.ts";
import { backendsOf } from "../../backends.ts";
import { identifier, identifiers } from "../../identifiers.ts";
import { lowerFixed, scalar } from "../../lower.ts";
import { toSeconds } from "../../seconds.ts";
import { machines } from "../addresses.ts";
import { type InModule, isInModule } from "./apart.ts";
import type { ModuleInput } from "../../modules/module-input.ts";
import { withinShared } from "./within-shared.ts";
import { nameInZone, zoneInputs } from "./zone-inputs.ts";

type Balancer = InModule<LoadBalancer>;

const LABEL = "main";
const rule = `google_compute_forwarding_rule.${LABEL}`;

const named = (environment: Environment, { hostname }: Balancer) => hostname && nameInZone(environment, hostname);

/** `tw_loadbalancer_80`: a balancer is told from others by what it listens on. */
export const balancerLabel = ({ module, listeners }: Balancer): string =>
  identifiers(module.value, ...listeners.map(({ port }) => String(port.value)));

/** What the module of a balancer asks for. */
export function balancerInputs(environment: Environment, balancer: Balancer): readonly ModuleInput[] {
  const { at, name, listeners } = balancer;
  const zoned = named(environment, balancer);
  const [backend] = backendsOf(balancer);
  const [listener] = listeners;
  const string = reference("string");
  return [
    {
      name: "name",
      at,
      description: "What the balancer is called.",
      type: string,
      value: zoned === undefined ? name : lowerFixed(environment, zoned.label),
    },
    {
      name: "port",
      at: [...at, "listen"],
      description: "The port that it listens on, which is that of the machines.",
      type: reference("number"),
      value: listener === undefined ? 80 : scalar(listener.port),
    },
    ...(backend === undefined
      ? []
      : (["names", "zones"] as const).map((attribute) => ({
          name: attribute === "names" ? "instances" : "zones",
          at: [...at, "to"],
          description: attribute === "names" ? "The machines that it leads to." : "The zones that these stand in.",
          type: call("list", string),
          value: isInModule(backend.group)
            ? reference(`module.${identifier(backend.group.module.value)}.${attribute}`)
            : reference(`${machines(backend.group)}[*].${attribute === "names" ? "name" : "zone"}`),
        }))),
    ...(zoned === undefined ? [] : zoneInputs(environment, zoned.zone)),
  ];
}

/** A balancer that forwards connections to machines that answer. */
export const balancerModule = (environment: Environment, balancer: Balancer): readonly Block[] => [
  because(
    [{ at: balancer.at }],
    block(["locals"], { name: withinShared(environment, balancer.at, reference("var.name")) }),
  ),
  ...healthCheck(balancer, named(environment, balancer) !== undefined),
  because(
    [{ at: [...balancer.at, "to"] }],
    block(["resource", "google_compute_target_pool", LABEL], {
      name: reference("local.name"),
      instances: operation`[for index, name in ${reference("var.instances")} : ${template(reference("var.zones[index]"), "/", reference("name"))}]`,
      health_checks:
        balancer.health?.http === undefined ? undefined : [reference(`google_compute_http_health_check.${LABEL}.name`)],
    }),
  ),
  because(
    [{ at: balancer.at }],
    block(["resource", "google_compute_address", LABEL], { name: reference("local.name") }),
  ),
  because(
    [{ at: balancer.at }],
    block(["resource", "google_compute_forwarding_rule", LABEL], {
      name: reference("local.name"),
      load_balancing_scheme: "EXTERNAL",
      ip_address: reference(`google_compute_address.${LABEL}.address`),
      ip_protocol: "TCP",
      port_range: reference("var.port"),
      target: reference(`google_compute_target_pool.${LABEL}.id`),
    }),
  ),
  ...record(environment, balancer),
];

/** The proxy behind knows routes by host, so that it is asked for the name that people ask for. */
function healthCheck({ health }: Balancer, isNamed: boolean): readonly Block[] {
  if (health?.http === undefined) return [];
  return [
    because(
      [{ at: health.at }],
      block(["resource", "google_compute_http_health_check", LABEL], {
        name: reference("local.name"),
        host: isNamed
          ? template(reference("var.name"), ".", call("trimsuffix", reference("var.dns_zone_name"), "."))
          : undefined,
        port: health.port === undefined ? reference("var.port") : scalar(health.port),
        request_path: literal(health.http),
        check_interval_sec: derive(health.interval, toSeconds),
        timeout_sec: derive(health.timeout, toSeconds),
        healthy_threshold: scalar(health.healthy),
        unhealthy_threshold: scalar(health.unhealthy),
      }),
    ),
  ];
}

function record(environment: Environment, balancer: Balancer): readonly Block[] {
  const zoned = named(environment, balancer);
  if (zoned === undefined) return [];
  return [
    because(
      [{ at: [...balancer.at, "hostname"] }],
      block(["resource", "google_dns_record_set", LABEL], {
        managed_zone: reference("var.dns_resource_name"),
        name: template(reference("var.name"), ".", reference("var.dns_zone_name")),
        type: "A",
        ttl: scalar(zoned.zone.ttl),
        rrdatas: [reference(`${rule}.ip_address`)],
      }),
    ),
  ];
}

export const balancerOutputs = ({ at }: Balancer): readonly Block[] => [
  because(
    [{ at }],
    block(["output", "address"], { description: "Where people reach it.", value: reference(`${rule}.ip_address`) }),
  ),
];
