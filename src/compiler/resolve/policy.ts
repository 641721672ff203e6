import type { SpecPath } from "../../formats/origin.ts";
import { diagnose } from "../diagnostics/diagnostic.ts";
import type { Acceptance, Override } from "../environment/policy.ts";
import type { Spec } from "../spec/spec.gen.ts";
import type { Context } from "./context.ts";

export const resolveAcceptances = (context: Context, { policy }: Spec): readonly Acceptance[] =>
  sorted(policy?.accept ?? {}).map(([rule, { at, reason, until }]) => {
    const place = ["policy", "accept", rule];
    if (until !== undefined && !isDay(until))
      context.report(diagnose("malformed-value", [...place, "until"], { value: until, ...dayWords }));
    const places = at.map((written, index) => ({ at: [...place, "at", index], accepted: parsePath(written) }));
    return { at: place, rule, places, reason, until };
  });

const dayWords = { title: "day", description: "a day of the calendar, year first", example: "2027-01-31" };

function isDay(until: string): boolean {
  const [year = 0, month = 0, day = 0] = until.split("-").map(Number);
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return day >= 1 && day <= (days[month - 1] ?? 0);
}

/** `firewall.ssh` or `apps.web.routes[0]` as it is written in a spec. */
const parsePath = (written: string): SpecPath =>
  written.split(/[.[\]]+/).flatMap((key) => (key === "" ? [] : [/^[0-9]+$/.test(key) ? Number(key) : key]));

export const resolveOverrides = ({ overrides }: Spec): readonly Override[] =>
  sorted(overrides ?? {}).flatMap(([file, changes]) =>
    sorted(changes).map(([pointer, { expect, set, reason }]) => ({
      at: ["overrides", file, pointer],
      file,
      pointer: pointer
        .split("/")
        .slice(1)
        .map((key) => key.replaceAll("~1", "/").replaceAll("~0", "~")),
      expect,
      set,
      reason,
    })),
  );

const sorted = <T>(map: { readonly [key: string]: T | undefined }): readonly (readonly [string, T])[] =>
  Object.entries(map)
    .flatMap(([key, value]) => (value === undefined ? [] : [[key, value] as const]))
    .sort(([a], [b]) => (a < b ? -1 : 1));
