import type { Environment } from "../../../compiler/environment/environment.ts";
import { isLiteral, literal, type Text } from "../../../compiler/environment/text.ts";
import type { DnsRecord } from "../../../compiler/environment/zone.ts";
import { type Expression, template } from "../../../formats/hcl/tree.ts";
import { ORIGINS, traced } from "../../../formats/origin.ts";
import { lower } from "./lower.ts";

/** What ends in the name of a host; Google wants such names to be whole, with a dot at the end. */
const endsInHost: ReadonlySet<DnsRecord["type"]["value"]> = new Set(["CNAME", "MX", "NS", "SRV"]);

/** A value of a record, as Google writes it. */
export function recordValue(environment: Environment, { type }: DnsRecord, value: Text): Expression {
  if (type.value === "TXT") return traced(textValue(environment, value), ...value[ORIGINS]);
  const isWhole = isLiteral(value) && literal(value).value.endsWith(".");
  const whole = lower(environment, value);
  return endsInHost.has(type.value) && !isWhole ? traced(template(whole, "."), ...value[ORIGINS]) : whole;
}

/** A text record is a list of strings of at most 255 bytes, in quotes. */
function textValue(environment: Environment, value: Text): Expression {
  if (value.parts.some((part) => typeof part !== "string")) return template('"', lower(environment, value), '"');
  const text = literal(value).value;
  return (text.match(/.{1,255}/gs) ?? [text]).map(quoted).join(" ");
}

const quoted = (text: string): string => `"${text.replace(/["\\]/g, "\\$&")}"`;
