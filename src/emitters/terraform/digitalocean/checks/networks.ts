import { diagnose } from "../../../../compiler/diagnostics/diagnostic.ts";
import type { Check } from "../../../../compiler/emitter.ts";
import type { FirewallRule } from "../../../../compiler/environment/firewall-rule.ts";
import type { Network } from "../../../../compiler/environment/network.ts";
import { isWritten, placeOf } from "../../../../compiler/environment/written.ts";
import type { SpecPath, Traced } from "../../../../formats/origin.ts";

/** A network stands in one place, and its machines reach the internet by themselves. */
export const networksAreSold: Check = function* ({ networks }) {
  for (const network of networks)
    for (const { at, problem } of problemsOf(network))
      yield diagnose("digitalocean-network", at, { network: network.name, problem });
};

interface Problem {
  readonly at: SpecPath;
  readonly problem: string;
}

const problemsOf = ({ zones, nat, cidr }: Network): readonly Problem[] => [
  ...written(zones, zones.value > 1, "its regions have no zones"),
  ...written(nat, nat.value === "none", "each machine there has a public address and a way out"),
  ...written(cidr, !isRange(cidr.value), "a network has a private range between `/16` and `/24`"),
];

const written = (value: Traced<unknown>, isWrong: boolean, problem: string): readonly Problem[] =>
  isWrong && isWritten(value) ? [{ at: placeOf(value), problem }] : [];

function isRange(cidr: string): boolean {
  const size = Number(cidr.split("/")[1]);
  return size >= 16 && size <= 24 && /^(?:10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.)/.test(cidr);
}

/** Rules lead to machines and databases, from machines, addresses and balancers. */
export const rulesAreSold: Check = function* ({ firewall, loadBalancers }) {
  const inside = new Set(loadBalancers.filter(({ internal }) => internal.value).map(({ name }) => name));
  for (const rule of firewall) {
    const problem = ruleProblem(rule, inside);
    if (problem !== undefined) yield diagnose("digitalocean-firewall", rule.at, { rule: rule.name, problem });
  }
};

function ruleProblem({ from, to }: FirewallRule, insideBalancers: ReadonlySet<string>): string | undefined {
  const sources = from.flatMap(({ value }) => (value.kind === "element" ? [value.section] : []));
  if (sources.includes("database")) return "a database calls nobody";
  if (sources.includes("loadBalancer") && to.some(({ value }) => value.section === "database"))
    return "a database admits machines and addresses, and no balancers";
  return to.some(({ value }) => value.section === "loadBalancer" && insideBalancers.has(value.name))
    ? "an internal balancer serves its network alone"
    : undefined;
}
