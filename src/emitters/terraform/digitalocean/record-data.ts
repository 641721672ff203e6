import type { Environment } from "../../../compiler/environment/environment.ts";
import { isLiteral, literal, type Text } from "../../../compiler/environment/text.ts";
import type { DnsRecord } from "../../../compiler/environment/zone.ts";
import { type Expression, template } from "../../../formats/hcl/tree.ts";
import { ORIGINS, traced } from "../../../formats/origin.ts";
import { lower } from "./lower.ts";

type Data = Readonly<Record<string, Expression>>;
type Type = DnsRecord["type"]["value"];

/** Records whose values have several parts, which are arguments here. */
const patterns: Readonly<Partial<Record<Type, RegExp>>> = {
  MX: /^(?<priority>\d+)\s+(?<value>\S+)$/,
  SRV: /^(?<priority>\d+)\s+(?<weight>\d+)\s+(?<port>\d+)\s+(?<value>\S+)$/,
  CAA: /^(?<flags>\d+)\s+(?<tag>issue|issuewild|iodef)\s+"?(?<value>[^"]*)"?$/,
};

/** What each form is made of, for people. */
export const forms: Readonly<Partial<Record<Type, string>>> = {
  MX: "a priority and a host",
  SRV: "a priority, a weight, a port and a host",
  CAA: "flags, `issue`, `issuewild` or `iodef`, and a value",
};

/** Types whose values are names, which end in a dot or are meant inside the zone. */
const ofNames: readonly Type[] = ["CNAME", "MX", "NS", "SRV"];

export const hasForm = ({ type }: DnsRecord, value: Text): boolean => {
  const pattern = patterns[type.value];
  return pattern === undefined || (isLiteral(value) && pattern.test(literal(value).value));
};

/** The arguments that a value of a record becomes. */
export function recordData(environment: Environment, record: DnsRecord, value: Text): Data {
  const type = record.type.value;
  const groups = isLiteral(value) ? patterns[type]?.exec(literal(value).value)?.groups : undefined;
  if (groups === undefined)
    return { value: ofNames.includes(type) ? absolute(environment, value) : lower(environment, value) };
  const entries = Object.entries(groups).map(([name, part]) => [
    name,
    traced(argument(type, name, part), ...value[ORIGINS]),
  ]);
  return Object.fromEntries(entries);
}

const argument = (type: Type, name: string, part: string): string | number => {
  if (name === "tag") return part;
  if (name !== "value") return Number(part);
  return ofNames.includes(type) ? dotted(part) : part;
};

const dotted = (name: string): string => (name.endsWith(".") ? name : `${name}.`);

const absolute = (environment: Environment, value: Text): Expression => {
  if (value.parts.every((part) => typeof part === "string"))
    return traced(dotted(literal(value).value), ...value[ORIGINS]);
  return literalEnd(value).endsWith(".")
    ? lower(environment, value)
    : traced(template(lower(environment, value), "."), ...value[ORIGINS]);
};

const literalEnd = ({ parts }: Text): string => {
  const last = parts.at(-1);
  return typeof last === "string" ? last : "";
};
