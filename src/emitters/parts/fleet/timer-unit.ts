import type { App } from "../../../compiler/environment/app.ts";
import { by } from "../../../compiler/rules.ts";
import { derive } from "../../../formats/origin.ts";
import { concatenation, directive, section, specifier, unit } from "../../../formats/unit/tree.ts";
import { timerUnitFile } from "../fleet-unit-names.ts";
import { onCalendar } from "../on-calendar.ts";
import { besideApp } from "./placement.ts";
import type { UnitArtifact } from "./unit-artifact.ts";

/** What starts a recurring job; systemd finds the unit of the job by its name. */
export function timerUnits(app: App): readonly UnitArtifact[] {
  const { schedule } = app;
  if (app.kind.value !== "job" || schedule === undefined) return [];
  const rule = [by("fleet-timer", app.at)];
  const sections = [
    section("Unit", rule, [directive("Description", concatenation(`Schedule of ${app.name} `, specifier("i")))]),
    section(
      "Timer",
      rule,
      onCalendar(schedule.value).map((calendar) =>
        directive(
          "OnCalendar",
          derive(schedule, () => calendar),
        ),
      ),
    ),
    besideApp(app),
  ];
  return [{ path: timerUnitFile(app), at: app.at, document: unit(sections) }];
}
