import type { App } from "../../compiler/environment/app.ts";
import type { Scalar } from "../../compiler/environment/text.ts";
import { by } from "../../compiler/rules.ts";
import { derive, type Traced, traced } from "../../formats/origin.ts";
import { onCalendar } from "./on-calendar.ts";

/** The systemd timer that starts the unit of a recurring job. */
export function appTimer(app: App, schedule: Scalar<string>): readonly Traced<string>[] {
  const ruled = (line: string) => traced(line, by("app-unit", app.at));
  return [
    ruled("[Unit]"),
    traced(`Description=Start ${app.name} by its schedule`, { at: app.at }),
    ruled(""),
    ruled("[Timer]"),
    ...onCalendar(schedule.value).map((calendar) => derive(schedule, () => `OnCalendar=${calendar}`)),
    ruled(""),
    ruled("[Install]"),
    ruled("WantedBy=timers.target"),
  ];
}
