import { expect, it } from "vitest";
import { onCalendar } from "../../../src/emitters/parts/on-calendar.ts";
import { backupCalendars } from "../../../src/emitters/terraform/aws/backup-calendar.ts";

it.each([
  ["0 6 * * 1-5", ["Mon..Fri *-*-* 06:00:00 UTC"]],
  ["* * * * *", ["*-*-* *:*:00 UTC"]],
  ["*/15 * * * *", ["*-*-* *:00..45/15:00 UTC"]],
  ["30 1 1 * 0", ["*-*-01 01:30:00 UTC", "Sun *-*-* 01:30:00 UTC"]],
  ["0 0 1,15 */3 *", ["*-01..10/3-01,15 00:00:00 UTC"]],
  ["5 4 * * sun,wed", ["Wed,Sun *-*-* 04:05:00 UTC"]],
  ["0 22 * * 5-7", ["Fri..Sun *-*-* 22:00:00 UTC"]],
  ["0 22 * * fri-sun", ["Fri..Sun *-*-* 22:00:00 UTC"]],
  ["0 0 * * 1,3,5", ["Mon,Wed,Fri *-*-* 00:00:00 UTC"]],
  ["10-50/20 1-3 * jan *", ["*-01-* 01..03:10..50/20:00 UTC"]],
  ["0 9/4 * * *", ["*-*-* 09..21/4:00:00 UTC"]],
])("a timer fires when `%s` does", (schedule, expected) => {
  expect(onCalendar(schedule)).toEqual(expected);
});

it.each([
  ["0 2 * * *", ["cron(0 2 * * ? *)"]],
  ["0 2 * * 0", ["cron(0 2 ? * SUN *)"]],
  ["0 2 1 * *", ["cron(0 2 1 * ? *)"]],
  ["0 2 1 * 1-3", ["cron(0 2 1 * ? *)", "cron(0 2 ? * MON,TUE,WED *)"]],
  ["*/30 2 * 6 *", ["cron(0,30 2 * 6 ? *)"]],
])("a backup of AWS begins when `%s` does", (schedule, expected) => {
  expect(backupCalendars(schedule)).toEqual(expected);
});
