import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.ts";
import type { Check } from "../emitter.ts";
import type { Scaling } from "../environment/scaling.ts";
import type { Scalar } from "../environment/text.ts";
import { isWritten, placeOf } from "../environment/written.ts";

/** A number that scaling never reaches contradicts it. */
export const numbersKeepLimits: Check = function* ({ apps, instances }) {
  for (const { replicas, scaling } of apps) yield* beyond("replicas", replicas, scaling);
  for (const { count, scaling } of instances) yield* beyond("count", count, scaling);
};

function beyond(key: string, number: Scalar<number>, scaling: Scaling | undefined): readonly Diagnostic[] {
  if (scaling === undefined || !isWritten(number)) return [];
  const [min, max] = [scaling.min.value, scaling.max.value];
  if (number.value >= min && number.value <= max) return [];
  return [
    diagnose("number-outside-scaling", placeOf(number), { key, number: number.value, min, max }, [
      { place: { at: scaling.at, part: "key" }, message: "scaled here" },
    ]),
  ];
}
