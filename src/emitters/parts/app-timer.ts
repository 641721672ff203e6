import type { MachineApp } from "../../compiler/environment/machine-app.ts";
import type { Scalar } from "../../compiler/environment/text.ts";
import { by } from "../../compiler/rules.ts";
import { derive, type Traced, traced, tracedLines } from "../../formats/origin.ts";
import { printUnit } from "../../formats/unit/print.ts";
import { type Directive, directive, type Section, section, type UnitDocument, unit } from "../../formats/unit/tree.ts";
import { onCalendar } from "./on-calendar.ts";

/** The systemd timer that starts the unit of a recurring job. */
export const appTimerDocument = (app: MachineApp, schedule: Scalar<string>): UnitDocument =>
  unit([
    ruledSection("Unit", app, [directive("Description", traced(`Start ${app.name} by its schedule`, { at: app.at }))]),
    ruledSection(
      "Timer",
      app,
      onCalendar(schedule.value).map((time) =>
        directive(
          "OnCalendar",
          derive(schedule, () => time),
        ),
      ),
    ),
    ruledSection("Install", app, [directive("WantedBy", "timers.target")]),
  ]);

/** The lines of the same, to stand in another document. */
export const appTimer = (app: MachineApp, schedule: Scalar<string>): readonly Traced<string>[] =>
  tracedLines(printUnit(appTimerDocument(app, schedule)));

const ruledSection = (name: string, app: MachineApp, directives: readonly Directive[]): Section =>
  section(name, [by("app-unit", app.at)], directives);
