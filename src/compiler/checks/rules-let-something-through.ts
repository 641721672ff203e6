import type { Traced } from "../../formats/origin.ts";
import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.ts";
import type { Check } from "../emitter.ts";
import type { Environment } from "../environment/environment.ts";
import type { FirewallRule } from "../environment/firewall-rule.ts";
import { placeOf } from "../environment/written.ts";
import { opens } from "./openings.ts";

/** A rule without peers, or for ports on which a database or balancer does not listen, only looks like one. */
export const rulesLetSomethingThrough: Check = function* (environment) {
  const listening = listeningPorts(environment);
  for (const rule of environment.firewall) {
    const empty = (["from", "to"] as const).find((key) => rule[key].length === 0 && rule.bastion[key] === undefined);
    if (empty !== undefined) yield deaf(rule, empty);
    else yield* rule.to.flatMap((target) => missed(rule, target, listening));
  }
};

const deaf = ({ at }: FirewallRule, key: "from" | "to"): Diagnostic =>
  diagnose("rule-without-effect", [...at, key], { problem: `nothing in \`${key}\` is enabled` });

function missed(
  rule: FirewallRule,
  target: FirewallRule["to"][number],
  listening: ReadonlyMap<string, readonly number[]>,
): readonly Diagnostic[] {
  const element = nameOf(target);
  const ports = listening.get(element);
  if (ports === undefined || ports.some((port) => opens(rule, port))) return [];
  const problem = `\`${element}\` listens on ${ports.join(" and ")} alone`;
  return [diagnose("rule-without-effect", placeOf(target), { problem })];
}

const nameOf = ({ value }: Traced<{ readonly section: string; readonly name: string }>): string =>
  `${value.section}.${value.name}`;

/** Only of databases and balancers is it known on what they listen. */
const listeningPorts = ({ databases, loadBalancers }: Environment): ReadonlyMap<string, readonly number[]> =>
  new Map([
    ...databases.map(({ name, port }) => [`database.${name}`, [port.value]] as const),
    ...loadBalancers.map(({ name, listeners }) => {
      const ports = listeners.flatMap(({ port, protocol }) => (protocol === "https" ? [80, port.value] : [port.value]));
      return [`loadBalancer.${name}`, [...new Set(ports)]] as const;
    }),
  ]);
