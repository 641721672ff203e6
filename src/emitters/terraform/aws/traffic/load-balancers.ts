import type { Environment } from "../../../../compiler/environment/environment.ts";
import type { LoadBalancer } from "../../../../compiler/environment/load-balancer.ts";
import type { Scalar } from "../../../../compiler/environment/text.ts";
import { by } from "../../../../compiler/rules.ts";
import { reference } from "../../../../formats/hcl/tree.ts";
import { type Backend, backendsOf } from "../../backends.ts";
import type { Member } from "../../guarded.ts";
import { identifier } from "../../identifiers.ts";
import { listenersOf, type ServedListener } from "../../listeners.ts";
import { scalar } from "../../lower.ts";
import { vpc } from "../addresses.ts";
import { everybody, groupLabel, onePort, type Traffic } from "./rule.ts";

/** Who reaches a balancer, and what it reaches. */
export const loadBalancerTraffic = ({ loadBalancers }: Environment): readonly Traffic[] =>
  loadBalancers.flatMap((balancer) => [
    ...listenersOf(balancer).map((listener) => fromClients(balancer, listener)),
    ...backendsOf(balancer).flatMap((backend) => toBackend(balancer, backend)),
  ]);

const memberOf = ({ name }: LoadBalancer): Member => ({ section: "loadBalancer", name });

const fromClients = (balancer: LoadBalancer, { port, protocol }: ServedListener): Traffic => ({
  direction: "ingress",
  label: `${groupLabel(memberOf(balancer))}_${protocol}_${port.value}`,
  group: memberOf(balancer),
  peer: balancer.internal.value ? { cidr: reference(`${vpc(balancer.network)}.cidr_block`) } : everybody,
  ports: onePort(scalar(port)),
  description: `${protocol.toUpperCase()} from ${balancer.internal.value ? "the network" : "everybody"}`,
  origins: [{ at: balancer.at }, by(balancer.internal.value ? "least-privilege" : "balancer-open", balancer.at)],
});

function toBackend(balancer: LoadBalancer, backend: Backend): readonly Traffic[] {
  const { name, port, check } = backend;
  const serving = wayTo(balancer, backend, { name, port, purpose: name });
  if (check?.port === undefined || check.port.value === port.value) return serving;
  const asked = { name: `${name}-health`, port: check.port, purpose: `health of ${name}` };
  return [...serving, ...wayTo(balancer, backend, asked)];
}

interface Purpose {
  readonly name: string;
  readonly port: Scalar<number>;
  readonly purpose: string;
}

function wayTo(balancer: LoadBalancer, { group, at }: Backend, { name, port, purpose }: Purpose): readonly Traffic[] {
  const machines: Member = { section: "instances", name: group.name };
  const shared = { ports: onePort(scalar(port)), origins: [{ at }, by("least-privilege", at)] };
  return [
    {
      ...shared,
      direction: "egress",
      label: `${groupLabel(memberOf(balancer))}_to_${identifier(name)}`,
      group: memberOf(balancer),
      peer: { member: machines },
      description: `To ${purpose} on ${group.name}`,
    },
    {
      ...shared,
      direction: "ingress",
      label: `${identifier(name)}_from_${groupLabel(memberOf(balancer))}`,
      group: machines,
      peer: { member: memberOf(balancer) },
      description: `${purpose} from the load balancer ${balancer.name}`,
    },
  ];
}
