import type { App as AppSpec, Ingress, LoadBalancer, Spec } from "../spec/spec.gen.ts";
import { type Element, elements, isWritten } from "./section.ts";

/** What stands before the routed apps. */
export interface Front {
  readonly loadBalancers: readonly Element<LoadBalancer>[];
  readonly ingresses: readonly Element<Ingress>[];
  /** The names of the routed apps. */
  readonly routed: readonly string[];
}

/** Routes need a way in: the provider's balancer, and on Kubernetes the cluster's controller. */
export function resolveFront(spec: Spec, targets: readonly string[]): Front {
  const apps = elements<AppSpec>(["apps"], spec.apps);
  const routed = apps
    .filter(({ value }) => (value.routes ?? []).some((route) => route.enabled !== false))
    .map(({ name }) => name);
  const loadBalancers = elements<LoadBalancer>(["loadBalancer"], spec.loadBalancer);
  const ingresses = elements<Ingress>(["ingress"], spec.ingress);
  if (routed.length === 0) return { loadBalancers, ingresses, routed };
  const needsBalancer = spec.provider !== undefined && !isWritten(spec.loadBalancer) && !isWritten(spec.ingress);
  const needsIngress = targets.includes("kubernetes") && !isWritten(spec.ingress);
  return {
    loadBalancers: needsBalancer ? [impliedBalancer] : loadBalancers,
    ingresses: needsIngress ? [impliedIngress(loadBalancers)] : ingresses,
    routed,
  };
}

const impliedBalancer: Element<LoadBalancer> = {
  name: "main",
  at: ["loadBalancer", "main"],
  value: {},
  impliedBy: "implied-load-balancer",
};

/** It serves with the certificate of the balancer that the spec writes. */
const impliedIngress = (loadBalancers: readonly Element<LoadBalancer>[]): Element<Ingress> => {
  const tls = loadBalancers.find(({ value }) => value.to === undefined)?.value.tls;
  return {
    name: "main",
    at: ["ingress", "main"],
    value: tls === undefined ? {} : { tls },
    impliedBy: "implied-ingress",
  };
};
