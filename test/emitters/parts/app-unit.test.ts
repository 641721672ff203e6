import { describe, expect, it } from "vitest";
import type { App } from "../../../src/compiler/environment/app.ts";
import type { Text } from "../../../src/compiler/environment/text.ts";
import { appTimer, appTimerDocument } from "../../../src/emitters/parts/app-timer.ts";
import { appUnit, appUnitDocument } from "../../../src/emitters/parts/app-unit.ts";
import { ORIGINS } from "../../../src/formats/origin.ts";
import { printUnit } from "../../../src/formats/unit/print.ts";
import { hostileStrings } from "../../formats/strings.ts";
import { expanded, linesOf, wordsIn } from "../../formats/unit-reader.ts";
import { environmentOf } from "../../support/specc.ts";

const environment = environmentOf(`
instances: {web: {}}
apps:
  report:
    kind: job
    image: acme/report:1
    description: Reports 100% of it
    schedule: 0 6 * * 1-5
    env: {MODE: all}
`);

const report = environment.apps[0] as App;

const textOf = (text: string): Text => ({ [ORIGINS]: [], parts: [text] });

it("hands over each argument as the spec has it", () => {
  const app: App = { ...report, command: [textOf("run"), ...hostileStrings.map(textOf)], args: [textOf("$HOME")] };
  const start = linesOf(printUnit(appUnitDocument(environment, app)).text).find(({ name }) => name === "ExecStart");
  const argv = expanded(wordsIn(start?.value ?? ""));
  expect(argv.slice(argv.indexOf("--entrypoint"))).toEqual([
    "--entrypoint",
    "run",
    "<REPORT_IMAGE>",
    ...hostileStrings,
    "$HOME",
  ]);
});

describe("knows of each line why it is there", () => {
  const explained = (lines: ReturnType<typeof appUnit>) =>
    lines.map(({ value, [ORIGINS]: origins }) => [
      value,
      origins.map(({ at, rule }) => `${at.join(".")}${rule === undefined ? "" : ` by ${rule}`}`).join(", "),
    ]);

  it("in a unit", () => {
    expect(explained(appUnit(environment, report))).toMatchInlineSnapshot(`
      [
        [
          "[Unit]",
          "apps.report by app-unit",
        ],
        [
          "Description=Reports 100%% of it",
          "apps.report.description",
        ],
        [
          "Wants=network-online.target",
          "apps.report by app-unit",
        ],
        [
          "After=network-online.target docker.service",
          "apps.report by app-unit",
        ],
        [
          "Requires=docker.service",
          "apps.report by app-unit",
        ],
        [
          "",
          "",
        ],
        [
          "[Service]",
          "apps.report by app-unit",
        ],
        [
          "Type=oneshot",
          "apps.report.kind",
        ],
        [
          "EnvironmentFile=/etc/shop/machine.env",
          "apps.report by app-unit",
        ],
        [
          "EnvironmentFile=/etc/shop/report.env",
          "apps.report by app-unit",
        ],
        [
          "ExecStartPre=-/usr/bin/docker rm --force report",
          "apps.report by app-unit",
        ],
        [
          "ExecStart=/usr/bin/docker run --rm \\",
          "apps.report by app-unit",
        ],
        [
          "  --name report \\",
          "apps.report by app-unit",
        ],
        [
          "  --network host \\",
          "apps.report by host-network",
        ],
        [
          "  --log-driver none \\",
          "apps.report by app-unit",
        ],
        [
          "  --env MODE \\",
          "apps.report.env.MODE",
        ],
        [
          "  \${REPORT_IMAGE}",
          "apps.report by app-unit",
        ],
      ]
    `);
  });

  it("in a timer", () => {
    const { schedule } = report;
    if (schedule === undefined) throw new Error("the job has no schedule");
    expect(explained(appTimer(report, schedule))).toMatchInlineSnapshot(`
      [
        [
          "[Unit]",
          "apps.report by app-unit",
        ],
        [
          "Description=Start report by its schedule",
          "apps.report",
        ],
        [
          "",
          "",
        ],
        [
          "[Timer]",
          "apps.report by app-unit",
        ],
        [
          "OnCalendar=Mon..Fri *-*-* 06:00:00 UTC",
          "apps.report.schedule",
        ],
        [
          "",
          "",
        ],
        [
          "[Install]",
          "apps.report by app-unit",
        ],
        [
          "WantedBy=timers.target",
          "apps.report by app-unit",
        ],
      ]
    `);
    expect(printUnit(appTimerDocument(report, schedule)).text).toContain("[Timer]\nOnCalendar=Mon..Fri ");
  });
});
