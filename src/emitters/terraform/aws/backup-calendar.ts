import { type Cron, parseCron } from "../../parts/cron.ts";

const weekdays = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"];

/**
 * The `cron(…)` expressions of AWS that fire when a cron line does. They want a `?` for the day that is not said, so a
 * line that restricts both days, which cron joins by "or", takes two.
 */
export function backupCalendars(schedule: string): readonly string[] {
  const cron = parseCron(schedule);
  if (cron.daysOfMonth === undefined || cron.daysOfWeek === undefined) return [calendarOf(cron)];
  return [calendarOf({ ...cron, daysOfWeek: undefined }), calendarOf({ ...cron, daysOfMonth: undefined })];
}

function calendarOf({ minutes, hours, daysOfMonth, months, daysOfWeek }: Cron): string {
  const byWeek = daysOfWeek !== undefined;
  const days = byWeek ? "?" : list(daysOfMonth);
  const week = byWeek ? daysOfWeek.map((day) => weekdays[day] ?? "").join(",") : "?";
  return `cron(${list(minutes)} ${list(hours)} ${days} ${list(months)} ${week} *)`;
}

const list = (values: readonly number[] | undefined): string => values?.join(",") ?? "*";
