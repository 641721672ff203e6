import { type Cron, parseCron } from "../parts/cron.ts";

export const day = 24 * 60 * 60 * 1000;

export const toDays = (milliseconds: number): number => Math.max(1, Math.ceil(milliseconds / day));

/** Whether a schedule is once a day, on every day. */
export const isDaily = (schedule: string): boolean => isOnceADay(parseCron(schedule));

const isOnceADay = ({ minutes, hours, daysOfMonth, months, daysOfWeek }: Cron): boolean =>
  minutes?.length === 1 &&
  hours?.length === 1 &&
  daysOfMonth === undefined &&
  months === undefined &&
  daysOfWeek === undefined;
