import type { Environment } from "../../../../compiler/environment/environment.ts";
import type { LoadBalancer } from "../../../../compiler/environment/load-balancer.ts";
import { by } from "../../../../compiler/rules.ts";
import type { Expression } from "../../../../formats/hcl/tree.ts";
import { type Backend, backendsOf } from "../../backends.ts";
import { serviceAccountEmail } from "../addresses.ts";
import { proxyRange } from "../internal-balancers.ts";
import { onePort, type Traffic } from "./rule.ts";

/** From https://cloud.google.com/load-balancing/docs/health-checks#fw-rule: where balancers ask and forward from. */
const frontEnds: readonly string[] = ["130.211.0.0/22", "35.191.0.0/16"];

/** What balancers reach. */
export const loadBalancerTraffic = ({ loadBalancers }: Environment): readonly Traffic[] =>
  loadBalancers.flatMap((balancer) => backendsOf(balancer).map((backend) => toBackend(balancer, backend)));

const toBackend = (balancer: LoadBalancer, { name, group, port, at }: Backend): Traffic => ({
  words: [name, balancer.name, "balancer"],
  at,
  network: group.network,
  description: `${name} from the load balancer ${balancer.name}`,
  ends: { source_ranges: rangesOf(balancer), target_service_accounts: [serviceAccountEmail(group)] },
  ports: [onePort(port)],
  origins: [{ at }, by("google-front-ends", at)],
});

/** An internal balancer asks its backends from the same addresses, and forwards from its own. */
export const rangesOf = ({ internal, network }: LoadBalancer): readonly Expression[] =>
  internal.value ? [...frontEnds, proxyRange(network)] : frontEnds;
