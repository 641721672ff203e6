import type { Environment } from "../../../compiler/environment/environment.ts";
import { by } from "../../../compiler/rules.ts";
import { type Block, because, block, call, type Expression, object, template } from "../../../formats/hcl/tree.ts";
import { ORIGINS, type Origins, type SpecPath, traced } from "../../../formats/origin.ts";
import { hostLabel, recordLabel, servedHosts } from "../host-records.ts";
import { ingressHosts } from "../ingress-hosts.ts";
import { lowerFixed } from "../lower.ts";
import { ingressReference, balancerReference } from "./addresses.ts";
import { lower } from "./lower.ts";
import { needs } from "./services.ts";

/** A name below `cloud.goog`, which Google serves without a zone of ours. */
interface Endpoint {
  readonly label: string;
  readonly name: Expression;
  readonly target: Expression;
  readonly at: SpecPath;
  readonly origins: Origins;
}

/** The names of Cloud Endpoints: hosts that stand there, and records. */
export function endpoints(environment: Environment): readonly Block[] {
  const zones = environment.zones.filter(({ kind }) => kind.value === "cloud-endpoints");
  const within: Environment = { ...environment, zones };
  return [...hosts(within), ...zones.flatMap((zone) => records(within, zone))].map((each) =>
    serviceBlock(environment, each),
  );
}

const hosts = (environment: Environment): readonly Endpoint[] =>
  [
    ...servedHosts(environment).map((served) => ({ ...served, target: balancerReference(served.balancer) })),
    ...ingressHosts(environment).map((served) => ({ ...served, target: ingressReference(served.ingress) })),
  ].map(({ host, zone, target }) => ({
    label: hostLabel(host),
    name: lowerFixed(environment, host),
    target,
    at: zone.at,
    origins: [...host[ORIGINS], { at: zone.at }],
  }));

const records = (environment: Environment, zone: Environment["zones"][number]): readonly Endpoint[] =>
  zone.records.flatMap((record) =>
    record.values.map((value) => ({
      label: recordLabel(zone, record),
      name: template(`${record.name}.`, lowerFixed(environment, zone.domain)),
      target: lower(environment, value),
      at: record.at,
      origins: [{ at: record.at }],
    })),
  );

const serviceBlock = (environment: Environment, endpoint: Endpoint): Block =>
  because(
    endpoint.origins,
    block(["resource", "google_endpoints_service", endpoint.label], {
      service_name: endpoint.name,
      openapi_config: traced(call("yamlencode", definition(environment, endpoint)), by("google-endpoint", endpoint.at)),
      depends_on: needs(endpoint.at, "servicemanagement"),
    }),
  );

/** The least that Cloud Endpoints takes; without paths it describes no interface, and the name is all that comes of it. */
const definition = (environment: Environment, { name, target }: Endpoint): Expression =>
  object({
    swagger: "2.0",
    info: object({ title: environment.name, version: "1.0.0" }),
    host: name,
    "x-google-endpoints": [object({ name, target })],
    paths: object({}),
  });
