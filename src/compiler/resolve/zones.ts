import { ORIGINS } from "../../formats/origin.ts";
import { diagnose } from "../diagnostics/diagnostic.ts";
import { type Scalar, type Text, text } from "../environment/text.ts";
import type { DnsRecord, Zone } from "../environment/zone.ts";
import type { Record as RecordSpec, Zone as ZoneSpec } from "../spec/spec.gen.ts";
import type { Context } from "./context.ts";
import { duration } from "./quantities.ts";
import { flag, quantity, textOf, textsOf, word } from "./read.ts";
import { type Element, elements } from "./section.ts";

const seconds = (written: string): number => duration(written) / 1000;

export function resolveZone(context: Context, element: Element<ZoneSpec>): readonly Zone[] {
  const { name, at, value } = element;
  const domain = textOf(context, element, "domain");
  if (domain === undefined) {
    context.report(diagnose("missing-key", at, { key: "domain", where: `dns.${name}` }));
    return [];
  }
  const ttl = quantity(seconds)(context, element, "ttl", 300);
  const records = elements<RecordSpec>([...at, "records"], value.records).flatMap((record) =>
    resolveRecord(context, record, ttl),
  );
  return [
    {
      name,
      at,
      domain: withoutFinalDot(domain),
      managed: flag(context, element, "managed", true),
      ttl,
      records,
      kind: word<Zone["kind"]["value"]>()(context, element, "kind", "provider"),
      id: textOf(context, element, "id"),
    },
  ];
}

const withoutFinalDot = (domain: Text): Text =>
  text(
    domain.parts.map((part, index) =>
      typeof part === "string" && index === domain.parts.length - 1 ? part.replace(/\.$/, "") : part,
    ),
    domain[ORIGINS],
  );

function resolveRecord(context: Context, element: Element<RecordSpec>, ttl: Scalar<number>): readonly DnsRecord[] {
  const values = textsOf(context, element, "values");
  if (values === undefined) {
    context.report(diagnose("missing-key", element.at, { key: "values", where: element.name }));
    return [];
  }
  const type = word<DnsRecord["type"]["value"]>()(context, element, "type", "A");
  return [{ name: element.name, at: element.at, type, values, ttl: quantity(seconds)(context, element, "ttl") ?? ttl }];
}
