import { derive, type Traced, traced } from "../../formats/origin.ts";
import type { Logging, Monitoring, Observed, RecordingRule } from "../environment/monitoring.ts";
import { by } from "../rules.ts";
import type {
  App,
  InstanceGroup,
  Logging as LoggingSpec,
  Monitoring as MonitoringSpec,
  RecordingRule as RuleSpec,
  Spec,
} from "../spec/spec.gen.ts";
import type { Context } from "./context.ts";
import { requireKeys } from "./kinds.ts";
import type { Choices } from "./lookup.ts";
import { members, nameOf } from "./members.ts";
import { duration } from "./quantities.ts";
import { flag, quantity, textOf, word } from "./read.ts";
import { type Element, elements } from "./section.ts";

const appsOf = (spec: Spec) => ({ section: "apps", elements: elements<App>(["apps"], spec.apps) });

const observable = (spec: Spec): Choices<Element<object>> => [
  appsOf(spec),
  { section: "instances", elements: elements<InstanceGroup>(["instances"], spec.instances) },
];

export const resolveMonitoring = (context: Context, spec: Spec): readonly Monitoring[] =>
  elements<MonitoringSpec>(["monitoring"], spec.monitoring).map((element) => {
    const { name, at, value } = element;
    const rules = elements<RuleSpec>([...at, "rules"], value.rules);
    return {
      name,
      at,
      kind: word<"prometheus">()(context, element, "kind", "prometheus"),
      app: nameOf(context, element, "app", [appsOf(spec)]),
      scrape: value.scrape === undefined ? measured(spec, element) : observed(context, spec, element, "scrape"),
      interval: quantity(duration)(context, element, "interval", duration("30s")),
      remoteWrite: nameOf(context, element, "remoteWrite", [appsOf(spec)]),
      rules: rules.flatMap((rule) => resolveRule(context, rule)),
    };
  });

/** The apps that show measurements. */
const measured = (spec: Spec, { at }: Element<MonitoringSpec>): readonly Traced<Observed>[] =>
  appsOf(spec)
    .elements.filter(({ value }) => value.metrics !== undefined && value.metrics.enabled !== false)
    .map(({ name }) => traced({ section: "apps", name }, by("default", [...at, "scrape"])));

const observed = <S extends object>(
  context: Context,
  spec: Spec,
  element: Element<S>,
  key: keyof S & string,
): readonly Traced<Observed>[] =>
  members(context, element, key, observable(spec)).map((found) =>
    derive(found, ({ section, element: { name } }) => ({ section: section as Observed["section"], name })),
  );

function resolveRule(context: Context, element: Element<RuleSpec>): readonly RecordingRule[] {
  const { name, at } = element;
  requireKeys(context, element, name, ["expression"]);
  const expression = textOf(context, element, "expression");
  if (expression === undefined) return [];
  const rule: RecordingRule = {
    name,
    at,
    expression,
    alert: flag(context, element, "alert", false),
    for: quantity(duration)(context, element, "for"),
    severity: word<RecordingRule["severity"]["value"]>()(context, element, "severity", "warning"),
  };
  return [rule];
}

export const resolveLogging = (context: Context, spec: Spec): readonly Logging[] =>
  elements<LoggingSpec>(["logging"], spec.logging).map((element) => ({
    name: element.name,
    at: element.at,
    kind: word<Logging["kind"]["value"]>()(context, element, "kind", "provider"),
    keep: quantity(duration)(context, element, "keep", duration("30d")),
    of: element.value.of === undefined ? undefined : observed(context, spec, element, "of"),
  }));
