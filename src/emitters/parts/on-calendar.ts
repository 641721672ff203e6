import { type Cron, parseCron } from "./cron.ts";

const weekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];

/**
 * The `OnCalendar=` values of a systemd timer that fire when a cron line does, in UTC. Cron joins the day of the month
 * and the day of the week by "or" where both are restricted, and systemd by "and", so that case takes two.
 */
export function onCalendar(schedule: string): readonly string[] {
  const cron = parseCron(schedule);
  const { daysOfMonth, daysOfWeek } = cron;
  if (daysOfMonth === undefined || daysOfWeek === undefined) return [calendarOf(cron)];
  return [calendarOf({ ...cron, daysOfWeek: undefined }), calendarOf({ ...cron, daysOfMonth: undefined })];
}

function calendarOf({ minutes, hours, daysOfMonth, months, daysOfWeek }: Cron): string {
  const date = `*-${list(months)}-${list(daysOfMonth)}`;
  const time = `${list(hours)}:${list(minutes)}:00`;
  return [...(daysOfWeek === undefined ? [] : [weekdayList(daysOfWeek)]), date, time, "UTC"].join(" ");
}

const list = (values: readonly number[] | undefined): string =>
  values === undefined ? "*" : (evenRun(values) ?? runsOf(values)).map(spanned(twoDigits)).join(",");

/** A week begins on Monday here, so that a weekend is a run. */
const weekdayList = (days: readonly number[]): string =>
  runsOf(days.map((day) => (day + 6) % 7).sort((a, b) => a - b))
    .map(spanned((day) => weekdays[(day + 1) % 7] ?? ""))
    .join(",");

const twoDigits = (value: number): string => String(value).padStart(2, "0");

const spanned =
  (name: (value: number) => string) =>
  ({ first, last, step }: Run): string => {
    if (first === last) return name(first);
    return step === 1 ? `${name(first)}..${name(last)}` : `${name(first)}..${name(last)}/${step}`;
  };

interface Run {
  readonly first: number;
  readonly last: number;
  readonly step: number;
}

/** Values that all lie equally far apart; weekdays know no steps. */
function evenRun(values: readonly number[]): readonly Run[] | undefined {
  const [first = 0, second = first] = values;
  const step = second - first;
  const even = values.length > 2 && values.every((value, index) => value === first + index * step);
  return even ? [{ first, last: values.at(-1) ?? first, step }] : undefined;
}

const runsOf = (values: readonly number[]): readonly Run[] => values.reduce<readonly Run[]>(extended, []);

function extended(runs: readonly Run[], value: number): readonly Run[] {
  const run = runs.at(-1);
  if (run === undefined || run.last + 1 !== value) return [...runs, { first: value, last: value, step: 1 }];
  return [...runs.slice(0, -1), { ...run, last: value }];
}
