import type { LoadBalancer } from "../../compiler/environment/load-balancer.ts";
import type { Scalar } from "../../compiler/environment/text.ts";
import { by } from "../../compiler/rules.ts";
import { traced } from "../../formats/origin.ts";
import { identifier } from "./identifiers.ts";

type Protocol = LoadBalancer["listeners"][number]["protocol"];

/** A listener, or the redirect that stands in for one. */
export interface ServedListener {
  readonly port: Scalar<number>;
  readonly protocol: Protocol;
  /** The HTTPS listener that this one sends everybody to. */
  readonly redirectsTo: Scalar<number> | undefined;
}

/** What a balancer listens on: with HTTPS and nothing else on port 80, that port redirects. */
export function listenersOf({ listeners, at }: LoadBalancer): readonly ServedListener[] {
  const secure = listeners.find(({ protocol }) => protocol === "https");
  const served = listeners.map(({ port, protocol }) => ({ port, protocol, redirectsTo: undefined }));
  if (secure === undefined || listeners.some(({ port }) => port.value === 80)) return served;
  const redirect = { port: traced(80, by("https-redirect", at)), protocol: "http", redirectsTo: secure.port } as const;
  return [redirect, ...served];
}

/** TCP and TLS are forwarded as they are, which takes a balancer of another kind. */
export const forwardsConnections = ({ listeners }: LoadBalancer): boolean =>
  listeners.some(({ protocol }) => protocol === "tcp" || protocol === "tls");

/** `public_https`, with the port where the protocol is spoken on several. */
export function listenerLabel(balancer: LoadBalancer, { protocol, port }: ServedListener): string {
  const alike = listenersOf(balancer).filter((other) => other.protocol === protocol);
  return `${identifier(balancer.name)}_${protocol}${alike.length > 1 ? `_${port.value}` : ""}`;
}
