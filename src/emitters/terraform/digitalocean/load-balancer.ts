import type { Environment } from "../../../compiler/environment/environment.ts";
import type { LoadBalancer } from "../../../compiler/environment/load-balancer.ts";
import { by } from "../../../compiler/rules.ts";
import { type Block, because, block, type Expression, reference } from "../../../formats/hcl/tree.ts";
import { derive, ORIGINS, traced } from "../../../formats/origin.ts";
import { type Backend, backendsOf } from "../backends.ts";
import { identifier } from "../identifiers.ts";
import { listenersOf, type ServedListener } from "../listeners.ts";
import { scalar } from "../lower.ts";
import { toSeconds } from "../seconds.ts";
import { resourceName } from "../resource-name.ts";
import { certificate as certificateAddress, groupTag, machines, region, vpcId } from "./addresses.ts";
import { presenceOf, whereBalanced } from "./front.ts";
import { lower } from "./lower.ts";

/** A balancer of DigitalOcean has one app or group behind it, which a check has seen to. */
export const loadBalancer = (environment: Environment): readonly Block[] =>
  environment.loadBalancers.flatMap((balancer) =>
    backendsOf(balancer)
      .slice(0, 1)
      .flatMap((backend) => [
        ...(presenceOf(balancer) === "never" ? [] : [balancerBlock(environment, balancer, backend)]),
        ...(presenceOf(balancer) === "always" ? [] : [reservedBlock(balancer, backend)]),
      ]),
  );

/** How many there are of what the number of machines decides on. */
function decided(balancer: LoadBalancer, [balanced, alone]: readonly [number, number]): Expression | undefined {
  const presence = presenceOf(balancer);
  if (typeof presence === "string") return undefined;
  const { mode, at } = balancer;
  return traced(whereBalanced(presence, balanced, alone), ...mode[ORIGINS], by("balancer-by-count", at));
}

/** Records follow the new address before this one goes. */
const reservedBlock = (balancer: LoadBalancer, { group }: Backend): Block =>
  because(
    [...balancer.mode[ORIGINS], by("reserved-address", balancer.at)],
    block(
      ["resource", "digitalocean_reserved_ip", identifier(balancer.name)],
      {
        count: decided(balancer, [0, 1]),
        region,
        droplet_id: reference(`${machines(group)}[0].id`),
      },
      [because([by("replace-before-destroy", balancer.at)], block(["lifecycle"], { create_before_destroy: true }))],
    ),
  );

function balancerBlock(environment: Environment, balancer: LoadBalancer, backend: Backend): Block {
  const { at, certificate, internal, name, network } = balancer;
  const listeners = listenersOf(balancer);
  return because(
    [{ at }],
    block(
      ["resource", "digitalocean_loadbalancer", identifier(name)],
      {
        count: decided(balancer, [1, 0]),
        name: resourceName(environment, balancer),
        region,
        vpc_uuid: vpcId(network),
        network: internal.value ? derive(internal, () => "INTERNAL") : undefined,
        droplet_tag: traced(groupTag(backend.group), { at: backend.at }, by("group-tag", backend.at)),
        redirect_http_to_https: listeners.some(redirects) ? traced(true, by("https-redirect", at)) : undefined,
        tls_cipher_policy: certificate === undefined ? undefined : traced("STRONG", by("modern-tls", certificate.at)),
        disable_lets_encrypt_dns_records:
          certificate === undefined ? undefined : traced(true, by("own-records", certificate.at)),
      },
      [
        ...listeners
          .filter((listener) => !redirects(listener))
          .map((listener) => forwardingRule(balancer, backend, listener)),
        healthCheck(environment, balancer, backend),
      ],
    ),
  );
}

/** The provider's own redirect stands in for this one. */
const redirects = ({ redirectsTo }: ServedListener): boolean => redirectsTo !== undefined;

/** An app is spoken to in HTTP; a group answers in the protocol of the listener, on the same port. */
function forwardingRule(
  { at, certificate }: LoadBalancer,
  { app, port: own }: Backend,
  listener: ServedListener,
): Block {
  const { port, protocol } = listener;
  return because(
    [{ at }, ...(app === undefined ? [] : [by("one-app-for-all", at)])],
    block(["forwarding_rule"], {
      entry_port: scalar(port),
      entry_protocol: protocol,
      target_port: scalar(app === undefined ? port : own),
      target_protocol: app !== undefined && protocol === "https" ? "http" : protocol,
      certificate_name:
        protocol === "https" && certificate !== undefined
          ? traced(reference(`${certificateAddress(certificate)}.name`), { at: certificate.at })
          : undefined,
    }),
  );
}

/** As the balancer says, else as the app does. */
function healthCheck(
  environment: Environment,
  { health: own }: LoadBalancer,
  { health: ofApp, port, at }: Backend,
): Block {
  const health = own ?? ofApp;
  const place = health?.at ?? at;
  return because(
    [{ at: place }],
    block(["healthcheck"], {
      protocol: health?.http === undefined ? "tcp" : traced("http", ...health.http[ORIGINS]),
      port: scalar(own?.port ?? port),
      path: health?.http === undefined ? undefined : lower(environment, health.http),
      check_interval_seconds: health === undefined ? undefined : derive(health.interval, toSeconds),
      response_timeout_seconds: health === undefined ? undefined : derive(health.timeout, toSeconds),
      healthy_threshold: own === undefined ? traced(2, by("health-thresholds", place)) : scalar(own.healthy),
      unhealthy_threshold: own === undefined ? traced(3, by("health-thresholds", place)) : scalar(own.unhealthy),
    }),
  );
}
