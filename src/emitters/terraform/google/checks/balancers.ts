import { diagnose } from "../../../../compiler/diagnostics/diagnostic.ts";
import type { Check } from "../../../../compiler/emitter.ts";
import type { LoadBalancer } from "../../../../compiler/environment/load-balancer.ts";
import { isLiteral, literal } from "../../../../compiler/environment/text.ts";
import { backendsOf, unroutedBackends } from "../../backends.ts";
import { forwardsConnections, listenersOf } from "../../listeners.ts";

/** What Google's balancers can be. */
export const balancersAreSold: Check = function* ({ loadBalancers }) {
  for (const balancer of loadBalancers) {
    const problem = balancerProblem(balancer);
    if (problem !== undefined) yield diagnose("google-balancer", balancer.at, { balancer: balancer.name, problem });
  }
};

function balancerProblem(balancer: LoadBalancer): string | undefined {
  const listeners = listenersOf(balancer);
  if (backendsOf(balancer).length === 0) return "it leads to no machines";
  if (balancer.internal.value && balancer.certificate !== undefined)
    return "one that is internal has no certificates of Google";
  if (listeners.some(({ redirectsTo }) => redirectsTo !== undefined && redirectsTo.value !== 443))
    return "it redirects to HTTPS on port 443 alone";
  const isDivided = listeners.some((listener) => unroutedBackends(balancer, listener).length !== 1);
  return forwardsConnections(balancer) && isDivided ? "it forwards a port to one group or app" : undefined;
}

const mostHosts = 100;

/** A certificate of Google is for hosts that are written out. */
export const certificatesAreSold: Check = function* ({ certificates, loadBalancers }) {
  for (const { name, at, issuer, hosts } of certificates) {
    const served = loadBalancers.some(({ certificate }) => certificate?.name === name);
    const wildcard = hosts.find((host) => isLiteral(host) && literal(host).value.startsWith("*"));
    const problem =
      issuer.value !== "provider"
        ? "a balancer serves certificates of Google alone"
        : wildcard !== undefined
          ? `\`${literal(wildcard).value}\` is no single host`
          : hosts.length > mostHosts
            ? `it is for more than ${mostHosts} hosts`
            : undefined;
    if (served && problem !== undefined) yield diagnose("google-certificate", at, { certificate: name, problem });
  }
};
