import type { Environment } from "../../compiler/environment/environment.ts";
import { isLiteral, literal, type Text } from "../../compiler/environment/text.ts";
import type { Zone } from "../../compiler/environment/zone.ts";

/** The zone that a host belongs to: of those that end it, the longest. */
export function zoneOf({ zones }: Environment, host: Text): Zone | undefined {
  if (!isLiteral(host)) return undefined;
  const name = literal(host).value;
  const enclosing = zones.filter(({ domain }) => isLiteral(domain) && isWithin(name, literal(domain).value));
  return [...enclosing].sort((a, b) => lengthOf(b) - lengthOf(a))[0];
}

const isWithin = (host: string, domain: string): boolean => host === domain || host.endsWith(`.${domain}`);

const lengthOf = ({ domain }: Zone): number => literal(domain).value.length;
