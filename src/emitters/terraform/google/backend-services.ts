import type { Environment } from "../../../compiler/environment/environment.ts";
import type { InstanceGroup } from "../../../compiler/environment/instance-group.ts";
import type { LoadBalancer } from "../../../compiler/environment/load-balancer.ts";
import { by } from "../../../compiler/rules.ts";
import { type Block, because, block, reference } from "../../../formats/hcl/tree.ts";
import { derive, traced } from "../../../formats/origin.ts";
import { type Backend, backendsOf } from "../backends.ts";
import { lowerFixed, scalar } from "../lower.ts";
import { toSeconds } from "../seconds.ts";
import { healthCheck as healthCheckId, managedGroup, resourceName, zonalGroups } from "./addresses.ts";
import { needs } from "./services.ts";

/** What stands behind a balancer, and how it is seen to be healthy. */
export const backendServices = (environment: Environment, balancer: LoadBalancer): readonly Block[] =>
  backendsOf(balancer).flatMap((backend) => [
    healthCheck(environment, balancer, backend),
    backendService(environment, balancer, backend),
  ]);

/** Whom a balancer serves; the proxies behind it are Google's newer ones. */
export const schemeOf = ({ internal }: LoadBalancer) =>
  derive(internal, (isInternal) => (isInternal ? "INTERNAL_MANAGED" : "EXTERNAL_MANAGED"));

const protocols: Readonly<Record<Backend["protocol"], string>> = {
  HTTP: "HTTP",
  HTTPS: "HTTPS",
  TCP: "TCP",
  TLS: "SSL",
};

const backendService = (environment: Environment, balancer: LoadBalancer, backend: Backend): Block =>
  because(
    [{ at: backend.at }],
    block(
      ["resource", "google_compute_backend_service", backend.label],
      {
        name: resourceName(environment, backend.at, balancer.name, backend.name),
        load_balancing_scheme: schemeOf(balancer),
        protocol: protocols[backend.protocol],
        port_name: backend.name,
        health_checks: [healthCheckId(backend)],
        connection_draining_timeout_sec: traced(30, by("quick-draining", backend.at)),
      },
      [groups(backend.group, backend.protocol)],
    ),
  );

/** A managed group is one; of a fixed one there is a group in each zone. */
function groups(group: InstanceGroup, protocol: Backend["protocol"]): Block {
  const mode =
    protocol === "TCP" || protocol === "TLS" ? { balancing_mode: "CONNECTION", max_connections_per_instance } : {};
  if (group.scaling !== undefined)
    return block(["backend"], { group: reference(`${managedGroup(group)}.instance_group`), ...mode });
  return block(["dynamic", "backend"], { for_each: reference(`${zonalGroups(group)}[*].id`) }, [
    block(["content"], { group: reference("backend.value"), ...mode }),
  ]);
}

const max_connections_per_instance = 10000;

function healthCheck(environment: Environment, balancer: LoadBalancer, backend: Backend): Block {
  const { health, at, label, name } = backend;
  const thresholds = by("health-thresholds", health?.at ?? at);
  return because(
    [by("google-health", health?.at ?? at)],
    block(
      ["resource", "google_compute_health_check", label],
      {
        name: resourceName(environment, at, balancer.name, name),
        check_interval_sec: health === undefined ? undefined : derive(health.interval, toSeconds),
        timeout_sec: health === undefined ? undefined : derive(health.timeout, toSeconds),
        healthy_threshold: traced(2, thresholds),
        unhealthy_threshold: traced(3, thresholds),
        depends_on: needs(at, "compute"),
      },
      [question(environment, backend)],
    ),
  );
}

function question(environment: Environment, { health, protocol, port }: Backend): Block {
  const path = protocol === "HTTP" ? health?.http : undefined;
  if (path === undefined) return block(["tcp_health_check"], { port: scalar(port) });
  return block(["http_health_check"], { port: scalar(port), request_path: lowerFixed(environment, path) });
}
