import { diagnose } from "../../../../compiler/diagnostics/diagnostic.ts";
import type { Check } from "../../../../compiler/emitter.ts";
import type { Peer } from "../../../../compiler/environment/firewall-rule.ts";

/** A network's firewall stands before machines, and behind it machines call databases. */
export const rulesAreKept: Check = function* ({ firewall }) {
  for (const { name, at, from, to } of firewall) {
    const problem =
      from.map(({ value }) => sourceProblem(value)).find((found) => found !== undefined) ??
      to.map(({ value }) => targetProblem(value, from)).find((found) => found !== undefined);
    if (problem !== undefined) yield diagnose("google-firewall", at, { rule: name, problem });
  }
};

const sourceProblem = (peer: Peer): string | undefined =>
  peer.kind === "element" && peer.section === "database" ? "a database calls nobody" : undefined;

function targetProblem(target: Peer, from: readonly { readonly value: Peer }[]): string | undefined {
  if (target.kind !== "element") return undefined;
  if (target.section === "loadBalancer")
    return "a balancer stands before the firewall, and is for everybody or internal";
  const reaches = from.every(({ value }) => value.kind === "internal" || isMachine(value));
  return target.section === "database" && !reaches
    ? "a database is reached from machines of its network alone"
    : undefined;
}

const isMachine = (peer: Peer): boolean =>
  peer.kind === "element" && (peer.section === "instances" || peer.section === "apps");
