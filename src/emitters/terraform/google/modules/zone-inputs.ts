import type { Environment } from "../../../../compiler/environment/environment.ts";
import { literal, type Part, type Text } from "../../../../compiler/environment/text.ts";
import type { Zone } from "../../../../compiler/environment/zone.ts";
import { reference, template } from "../../../../formats/hcl/tree.ts";
import { ORIGINS, traced } from "../../../../formats/origin.ts";
import { identifier } from "../../identifiers.ts";
import { lowerFixed } from "../../lower.ts";
import { zoneOf } from "../../zones.ts";
import type { ModuleInput } from "../../modules/module-input.ts";

/** A name inside a zone, and what stands before the zone's domain. */
export interface NameInZone {
  readonly zone: Zone;
  readonly label: Text;
}

/** `www.gce.example.com` in the zone `gce.example.com` is `www`. */
export function nameInZone(environment: Environment, hostname: Text): NameInZone | undefined {
  const parts = hostname.parts.map((part) => (typeof part === "object" && part.kind === "self" ? "x" : part));
  const zone = zoneOf(environment, { ...hostname, parts });
  if (zone === undefined) return undefined;
  const suffix = `.${literal(zone.domain).value}`;
  const label = trimmed(hostname, suffix.length);
  return label === undefined ? undefined : { zone, label };
}

/** Cuts characters of known parts off the end. */
function trimmed(of: Text, length: number): Text | undefined {
  let left = length;
  const kept = [...of.parts].reverse().map((part) => {
    if (left === 0) return part;
    const known = typeof part === "string" ? part : part.kind === "variable" ? part.value : undefined;
    if (known === undefined || (typeof part !== "string" && known.length > left)) return undefined;
    const cut = Math.min(left, known.length);
    left -= cut;
    return cut === known.length ? "" : known.slice(0, known.length - cut);
  });
  if (kept.includes(undefined)) return undefined;
  return {
    [ORIGINS]: of[ORIGINS],
    parts: kept.reverse().filter((part): part is Part => part !== undefined && part !== ""),
  };
}

/** What a module is told of a zone: a zone that exists goes by the name that its makers gave it. */
export function zoneInputs(environment: Environment, { name, at, domain, managed, id }: Zone): readonly ModuleInput[] {
  const own = `google_dns_managed_zone.${identifier(name)}`;
  const string = reference("string");
  return [
    {
      name: "dns_zone_name",
      at,
      description: "The domain of the zone, with the dot at its end.",
      type: string,
      value: managed.value
        ? reference(`${own}.dns_name`)
        : traced(template(lowerFixed(environment, domain), "."), ...domain[ORIGINS]),
    },
    {
      name: "dns_resource_name",
      at,
      description: "The name of the managed zone that the records stand in.",
      type: string,
      value: managed.value
        ? reference(`${own}.name`)
        : id === undefined
          ? traced(name, { at })
          : lowerFixed(environment, id),
    },
  ];
}
