import { traced } from "../../formats/origin.ts";
import { diagnose } from "../diagnostics/diagnostic.ts";
import type { Discovery, DiscoveryToken, Registration } from "../environment/discovery.ts";
import type { InstanceGroup } from "../environment/instance-group.ts";
import { from } from "../rules.ts";
import type {
  Discovery as DiscoverySpec,
  Registration as RegistrationSpec,
  Spec,
  DiscoveryToken as TokenSpec,
} from "../spec/spec.gen.ts";
import type { Context } from "./context.ts";
import { type KindKeys, refuseForeignKeys, requireKeys } from "./kinds.ts";
import { members, membersOrOnly } from "./members.ts";
import { duration } from "./quantities.ts";
import { implied, impliedText, integer, quantity, textOf, word } from "./read.ts";
import { child, type Element, elements, type Section } from "./section.ts";

type Kind = Discovery["kind"]["value"];

const keysOfKinds: KindKeys<Kind> = { token: ["etcd"], dns: ["consul"] };

export const resolveDiscovery = (
  context: Context,
  spec: Spec,
  groups: readonly InstanceGroup[],
): readonly Discovery[] =>
  elements<DiscoverySpec>(["discovery"], spec.discovery).flatMap((element) => resolveStore(context, element, groups));

function resolveStore(
  context: Context,
  element: Element<DiscoverySpec>,
  groups: readonly InstanceGroup[],
): readonly Discovery[] {
  const { name, at, value } = element;
  const kind = word<Kind>()(context, element, "kind");
  if (kind === undefined) {
    context.report(diagnose("missing-key", at, { key: "kind", where: `discovery.${name}` }));
    return [];
  }
  refuseForeignKeys(context, element, kind.value, keysOfKinds);
  const choices = { section: "instances", elements: groups };
  const keepers = membersOrOnly(context, element, "members", choices);
  return [
    {
      name,
      at,
      kind,
      members: keepers,
      agents: members(context, element, "agents", [choices]).map((found) => found.value.element),
      peers: (value.peers ?? []).map((peer, index) => traced(peer, from([...at, "peers", index]))),
      token: resolveToken(context, element, keepers),
      registration: resolveRegistration(context, element),
      dns: word<Discovery["dns"]["value"]>()(context, element, "dns", "none"),
    },
  ];
}

function resolveToken(
  context: Context,
  store: Element<DiscoverySpec>,
  keepers: readonly InstanceGroup[],
): DiscoveryToken | undefined {
  const section = child(store, "token") as Section<TokenSpec> | undefined;
  if (section === undefined) return undefined;
  requireKeys(context, section, `discovery.${store.name}.token`, ["url"]);
  const url = textOf(context, section, "url");
  return url && { at: section.at, url, size: integer(context, section, "size") ?? sizeOf(section, keepers) };
}

/** As many as there are machines; the var of a single group's count goes along. */
function sizeOf(section: Section<TokenSpec>, keepers: readonly InstanceGroup[]) {
  const [only] = keepers;
  const count = keepers.reduce((sum, group) => sum + group.count.value, 0);
  const size = implied("default", [...section.at, "size"], count);
  return keepers.length === 1 && only?.count.variable !== undefined ? { ...size, variable: only.count.variable } : size;
}

function resolveRegistration(context: Context, store: Element<DiscoverySpec>): Registration {
  const at = [...store.at, "registration"];
  const section = (child(store, "registration") as Section<RegistrationSpec> | undefined) ?? { at, value: {} };
  const registration: Registration = {
    at,
    style: word<Registration["style"]["value"]>()(context, section, "style", "scheduler"),
    prefix: textOf(context, section, "prefix") ?? impliedText("default", [...at, "prefix"], "/traefik"),
    ttl: quantity(duration)(context, section, "ttl", duration("60s")),
    refresh: quantity(duration)(context, section, "refresh", duration("45s")),
  };
  if (registration.refresh.value >= registration.ttl.value)
    context.report(diagnose("refresh-too-late", [...at, "refresh"], { name: store.name }));
  return registration;
}
