import { parseCron } from "./cron.ts";

/** A Sunday that is written as 7, by itself or at the end of a range. */
const seven = /(?:^|[,-])7(?=$|[,/])/;

/** A five-field cron line as Kubernetes and its operators take it: to them Sunday is 0 alone. */
export function kubernetesCron(line: string): string {
  const fields = line.split(" ");
  const days = parseCron(line).daysOfWeek;
  return days !== undefined && seven.test(fields[4] ?? "") ? [...fields.slice(0, 4), days.join(",")].join(" ") : line;
}
