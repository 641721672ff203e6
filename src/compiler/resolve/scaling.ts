import { diagnose } from "../diagnostics/diagnostic.ts";
import type { Named } from "../environment/located.ts";
import type { Scaling } from "../environment/scaling.ts";
import type { Scalar } from "../environment/text.ts";
import type { Scaling1 as ScalingSpec, Spec } from "../spec/spec.gen.ts";
import type { Context } from "./context.ts";
import { find } from "./lookup.ts";
import { share } from "./quantities.ts";
import { integer, quantity } from "./read.ts";
import { type Element, elements } from "./section.ts";

export type Scalable = "apps" | "instances";

/** Which element each entry of `scaling` is of. */
export type ScalingPlan = ReadonlyMap<string, Element<ScalingSpec>>;

const keyOf = (section: string, name: string): string => `${section}.${name}`;

/** An entry is of the app or group that has its name, or that `of` names. */
export function planScaling(context: Context, spec: Spec): ScalingPlan {
  const choices = (["apps", "instances"] as const).map((section) => ({ section, elements: namesOf(spec, section) }));
  const plan = new Map<string, Element<ScalingSpec>>();
  for (const element of elements<ScalingSpec>(["scaling"], spec.scaling)) {
    const { of } = element.value;
    const at = of === undefined ? element.at : [...element.at, "of"];
    const found = find(context, at, of ?? element.name, choices, false);
    if (found !== undefined) plan.set(keyOf(found.section, found.element.name), element);
  }
  return plan;
}

const namesOf = (spec: Spec, section: Scalable): readonly Named[] => elements<object>([section], spec[section]);

/** How an element scales, from the number that it would have without. */
export function resolveScaling(
  context: Context,
  plan: ScalingPlan,
  section: Scalable,
  name: string,
  number: Scalar<number>,
): Scaling | undefined {
  const element = plan.get(keyOf(section, name));
  if (element === undefined) return undefined;
  const min = integer(context, element, "min") ?? number;
  const max = integer(context, element, "max");
  if (max === undefined) {
    context.report(diagnose("missing-key", element.at, { key: "max", where: `scaling.${element.name}` }));
    return undefined;
  }
  if (min.value > max.value) context.report(diagnose("scaling-limits", element.at, { min: min.value, max: max.value }));
  return { name: element.name, at: element.at, min, max, cpu: quantity(share)(context, element, "cpu", 70) };
}
