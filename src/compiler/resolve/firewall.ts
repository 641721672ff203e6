import type { SpecPath } from "../../formats/origin.ts";
import { type Traced, traced } from "../../formats/origin.ts";
import { diagnose } from "../diagnostics/diagnostic.ts";
import type { FirewallRule, Peer, PortRange, ReachableSection } from "../environment/firewall-rule.ts";
import type { Named } from "../environment/located.ts";
import { from } from "../rules.ts";
import type { Firewall, FirewallRule as RuleSpec } from "../spec/spec.gen.ts";
import type { Context } from "./context.ts";
import { type Choices, find } from "./lookup.ts";
import { bastion, isBastion, peersOf } from "./peers.ts";
import { type Element, elements } from "./section.ts";

type ElementPeer = Extract<Peer, { kind: "element" }>;

export const resolveFirewall = (
  context: Context,
  firewall: Firewall | undefined,
  reachable: Choices<Named>,
): readonly FirewallRule[] =>
  elements<RuleSpec>(["firewall"], firewall).map((element) => resolveRule(context, element, reachable));

function resolveRule(context: Context, element: Element<RuleSpec>, reachable: Choices<Named>): FirewallRule {
  const { name, at, value } = element;
  for (const key of ["from", "to", "allow"] as const)
    if (value[key] === undefined) context.report(diagnose("missing-key", at, { key, where: `firewall.${name}` }));
  return {
    name,
    at,
    from: peersOf(context, element, "from", reachable) ?? [],
    to: (value.to ?? []).flatMap((peer, index) => resolveElement(context, [...at, "to", index], peer, reachable)),
    bastion: { from: bastionIn(element, "from"), to: bastionIn(element, "to") },
    allow: (value.allow ?? []).map((port, index) => resolvePorts(context, [...at, "allow", index], port)),
  };
}

function bastionIn({ at, value }: Element<RuleSpec>, key: "from" | "to"): SpecPath | undefined {
  const index = (value[key] ?? []).indexOf(bastion);
  return index < 0 ? undefined : [...at, key, index];
}

function resolveElement(
  context: Context,
  at: SpecPath,
  name: string,
  reachable: Choices<Named>,
): readonly Traced<ElementPeer>[] {
  if (isBastion(context, name)) return [];
  const found = find(context, at, name, reachable, false);
  if (found === undefined) return [];
  return [traced({ kind: "element", section: found.section as ReachableSection, name: found.element.name }, from(at))];
}

function resolvePorts(context: Context, at: SpecPath, written: string | number): Traced<PortRange> {
  const range = portRange(written);
  if (range.from > range.to)
    context.report(
      diagnose("malformed-value", at, {
        value: String(written),
        title: "port",
        description: "the first port of a range comes before the last",
        example: `${range.to}-${range.from}/${range.protocol}`,
      }),
    );
  return traced(range, from(at));
}

function portRange(written: string | number): PortRange {
  const [ports = "", protocol = "tcp"] = String(written).split("/");
  const [first = "", last = first] = ports.split("-");
  return { from: Number(first), to: Number(last), protocol: protocol as PortRange["protocol"] };
}
