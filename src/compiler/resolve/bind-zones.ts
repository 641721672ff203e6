import { traced } from "../../formats/origin.ts";
import type { InstanceGroup } from "../environment/instance-group.ts";
import type { BindZone, DynamicUpdates, Zone } from "../environment/zone.ts";
import { from } from "../rules.ts";
import type { App, DynamicUpdates as DynamicSpec, Spec, Zone as ZoneSpec } from "../spec/spec.gen.ts";
import type { Context } from "./context.ts";
import { type KindKeys, refuseForeignKeys, requireKeys } from "./kinds.ts";
import { nameOf, optionalOrOnly } from "./members.ts";
import { textOf } from "./read.ts";
import { child, type Element, elements, type Section } from "./section.ts";
import { resolveZone } from "./zones.ts";

type Kind = Exclude<ZoneSpec["kind"], undefined>;

const keysOfKinds: KindKeys<Kind> = {
  id: ["provider", "cloud-endpoints"],
  runsOn: ["bind"],
  app: ["bind"],
  dynamic: ["bind"],
};

export interface Zones {
  readonly provider: readonly Zone[];
  readonly bind: readonly BindZone[];
}

/** The zones of the provider, and those that BIND of ours serves. */
export function resolveAllZones(context: Context, spec: Spec, groups: readonly InstanceGroup[]): Zones {
  const all = elements<ZoneSpec>(["dns"], spec.dns);
  for (const element of all) refuseForeignKeys(context, element, element.value.kind ?? "provider", keysOfKinds);
  return {
    provider: all.filter((element) => !isBind(element)).flatMap((element) => resolveZone(context, element)),
    bind: all.filter(isBind).flatMap((element) => resolveBindZone(context, spec, element, groups)),
  };
}

const isBind = ({ value }: Element<ZoneSpec>): boolean => value.kind === "bind";

const resolveBindZone = (
  context: Context,
  spec: Spec,
  element: Element<ZoneSpec>,
  groups: readonly InstanceGroup[],
): readonly BindZone[] => {
  const app = nameOf(context, element, "app", [{ section: "apps", elements: elements<App>(["apps"], spec.apps) }]);
  const choices = [{ section: "instances", elements: groups }];
  const group = app === undefined ? optionalOrOnly(context, element, "runsOn", choices)?.value.element : undefined;
  return resolveZone(context, element).map((zone) => ({
    name: zone.name,
    at: zone.at,
    domain: zone.domain,
    managed: zone.managed,
    ttl: zone.ttl,
    records: zone.records,
    app,
    group,
    dynamic: resolveDynamic(context, element),
  }));
};

function resolveDynamic(context: Context, zone: Element<ZoneSpec>): DynamicUpdates | undefined {
  const section = child(zone, "dynamic") as Section<DynamicSpec> | undefined;
  if (section === undefined || section.value.enabled === false) return undefined;
  const { at, value } = section;
  requireKeys(context, section, `dns.${zone.name}.dynamic`, ["key"]);
  const key = textOf(context, section, "key");
  const names = (value.names ?? []).map((name, index) => traced(name, from([...at, "names", index])));
  return key && { at, key, names };
}
