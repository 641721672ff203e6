import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.ts";
import type { Check } from "../emitter.ts";
import type { Health } from "../environment/app.ts";
import type { Scalar } from "../environment/text.ts";
import { isWritten, placeOf } from "../environment/written.ts";

/** Checks that take no time, or longer than until the next one, and copies that are gone at once. */
export const timesMakeSense: Check = function* ({ apps, backups }) {
  for (const { health } of apps) if (health !== undefined) yield* healthFindings(health);
  for (const { keep } of backups) yield* empty("keep", keep);
};

function healthFindings({ interval, timeout }: Health): readonly Diagnostic[] {
  const none = [...empty("interval", interval), ...empty("timeout", timeout)];
  if (none.length > 0 || timeout.value < interval.value) return none;
  const place = placeOf(isWritten(timeout) ? timeout : interval);
  return [diagnose("timeout-too-long", place, { timeout: shown(timeout.value), interval: shown(interval.value) })];
}

const empty = (key: string, time: Scalar<number>): readonly Diagnostic[] =>
  time.value > 0 ? [] : [diagnose("no-time", placeOf(time), { key })];

const shown = (milliseconds: number): string =>
  milliseconds % 1000 === 0 ? `${milliseconds / 1000}s` : `${milliseconds}ms`;
