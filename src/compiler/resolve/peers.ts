import { type SpecPath, type Traced, traced } from "../../formats/origin.ts";
import type { Peer, ReachableSection } from "../environment/firewall-rule.ts";
import type { Named } from "../environment/located.ts";
import { from } from "../rules.ts";
import type { Spec } from "../spec/spec.gen.ts";
import { checkCidr } from "./cidr.ts";
import type { Context } from "./context.ts";
import { type Choices, find } from "./lookup.ts";
import { type Element, elements, type Section } from "./section.ts";

/** Who may talk, as a key of an element lists it. */
export const peersOf = <S extends object>(
  context: Context,
  { at, value }: Section<S>,
  key: keyof S & string,
  reachable: Choices<Named>,
): readonly Traced<Peer>[] | undefined =>
  (value[key] as readonly string[] | undefined)?.flatMap((peer, index) =>
    peerAt(context, [...at, key, index], peer, reachable),
  );

function peerAt(context: Context, at: SpecPath, peer: string, reachable: Choices<Named>): readonly Traced<Peer>[] {
  if (peer === "any" || peer === "internal") return [traced({ kind: peer }, from(at))];
  if (peer === "vpn" && vpnOf(context) !== undefined)
    return [traced({ kind: "cidr", cidr: vpnOf(context) ?? "" }, from(at), from(["access", "vpn", "cidr"]))];
  if (/^[0-9]/.test(peer)) {
    checkCidr(context, at, peer);
    return [traced({ kind: "cidr", cidr: peer }, from(at))];
  }
  if (isBastion(context, peer)) return [];
  const found = find(context, at, peer, reachable, false);
  if (found === undefined) return [];
  return [traced({ kind: "element", section: found.section as ReachableSection, name: found.element.name }, from(at))];
}

/** Elements that may talk, as the spec writes them: for sections that others are resolved from. */
export const writtenPeers = (spec: Spec): Choices<Element<object>> =>
  (["instances", "apps", "database", "loadBalancer"] as const).map((section) => ({
    section,
    elements: elements<object>([section], spec[section]),
  }));

/** The machine of `access` that is no element. */
export const bastion = "bastion";

export const isBastion = ({ spec }: Context, peer: string): boolean =>
  peer === bastion && spec.value.access?.bastion !== undefined;

/** The addresses from which operators come. */
const vpnOf = ({ spec }: Context): string | undefined => {
  const vpn = spec.value.access?.vpn;
  return vpn === undefined || vpn.enabled === false ? undefined : vpn.cidr;
};
