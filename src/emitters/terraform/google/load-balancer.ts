import type { Environment } from "../../../compiler/environment/environment.ts";
import type { LoadBalancer } from "../../../compiler/environment/load-balancer.ts";
import { type Block, because, block, type Expression, reference } from "../../../formats/hcl/tree.ts";
import { traced } from "../../../formats/origin.ts";
import { unroutedBackends } from "../backends.ts";
import { identifier } from "../identifiers.ts";
import { listenerLabel, listenersOf, type ServedListener } from "../listeners.ts";
import { backendService, balancerAddress, networkId, resourceName, firstSubnetwork } from "./addresses.ts";
import { backendServices, schemeOf } from "./backend-services.ts";
import { certificateId, tlsPolicy } from "./certificates.ts";
import { internalAddress, proxies } from "./internal-balancers.ts";
import { needs } from "./services.ts";
import { portWord } from "./traffic/rule.ts";
import { urlMap } from "./url-maps.ts";

export const loadBalancer = (environment: Environment): readonly Block[] =>
  environment.loadBalancers.flatMap((balancer) => [
    ...(balancer.internal.value ? internalAddress(environment, balancer) : [publicAddress(environment, balancer)]),
    ...backendServices(environment, balancer),
    ...listenersOf(balancer).flatMap((listener) => listenerBlocks(environment, balancer, listener)),
  ]);

const publicAddress = (environment: Environment, balancer: LoadBalancer): Block =>
  because(
    [{ at: balancer.at }],
    block(["resource", "google_compute_global_address", identifier(balancer.name)], {
      name: resourceName(environment, balancer.at, balancer.name),
      depends_on: needs(balancer.at, "compute"),
    }),
  );

function listenerBlocks(environment: Environment, balancer: LoadBalancer, listener: ServedListener): readonly Block[] {
  const speaksHttp = listener.protocol === "http" || listener.protocol === "https";
  return [
    ...(speaksHttp ? [urlMap(environment, balancer, listener)] : []),
    proxy(environment, balancer, listener),
    forwardingRule(environment, balancer, listener),
  ];
}

const proxyTypes: Readonly<Record<ServedListener["protocol"], string>> = {
  http: "google_compute_target_http_proxy",
  https: "google_compute_target_https_proxy",
  tcp: "google_compute_target_tcp_proxy",
  tls: "google_compute_target_ssl_proxy",
};

const nameOf = (environment: Environment, balancer: LoadBalancer, listener: ServedListener): Expression =>
  resourceName(environment, balancer.at, listenerLabel(balancer, listener).replaceAll("_", "-"));

/** What ends the connections of clients. */
const proxy = (environment: Environment, balancer: LoadBalancer, listener: ServedListener): Block =>
  because(
    [{ at: balancer.at }],
    block(["resource", proxyTypes[listener.protocol], listenerLabel(balancer, listener)], {
      name: nameOf(environment, balancer, listener),
      ...destination(balancer, listener),
      ...encryption(balancer, listener),
    }),
  );

function destination(balancer: LoadBalancer, listener: ServedListener): Block["attributes"] {
  if (listener.protocol === "http" || listener.protocol === "https")
    return { url_map: reference(`google_compute_url_map.${listenerLabel(balancer, listener)}.id`) };
  const [backend] = unroutedBackends(balancer, listener);
  return { backend_service: backend && backendService(backend) };
}

function encryption({ certificate }: LoadBalancer, { protocol }: ServedListener): Block["attributes"] {
  if (protocol === "http" || protocol === "tcp") return {};
  return {
    ssl_certificates: certificate && traced([certificateId(certificate)], { at: certificate.at }),
    ssl_policy: certificate && traced(tlsPolicy, { at: certificate.at }),
  };
}

function forwardingRule(environment: Environment, balancer: LoadBalancer, listener: ServedListener): Block {
  const label = listenerLabel(balancer, listener);
  return because(
    [{ at: balancer.at }],
    block(["resource", "google_compute_global_forwarding_rule", label], {
      name: nameOf(environment, balancer, listener),
      load_balancing_scheme: schemeOf(balancer),
      ...place(balancer),
      ip_address: reference(`${balancerAddress(balancer)}.${balancer.internal.value ? "address" : "id"}`),
      port_range: portWord(listener.port),
      target: reference(`${proxyTypes[listener.protocol]}.${label}.id`),
      // The proxies stand before anything leads to them.
      depends_on: balancer.internal.value ? [proxies(balancer.network)] : undefined,
    }),
  );
}

const place = ({ internal, network }: LoadBalancer): Block["attributes"] =>
  internal.value
    ? {
        network: networkId(network),
        subnetwork: reference(`${firstSubnetwork(network)}.id`),
      }
    : {};
