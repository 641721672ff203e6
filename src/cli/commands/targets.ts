import type { Command } from "commander";
import type { Emitter } from "../../compiler/emitter.ts";
import { emitters } from "../../emitters/index.ts";
import { type FormatOption, formatOption, withExamples } from "../options.ts";
import { give } from "../streams.ts";

const EXAMPLES = ["specc targets", "specc targets --format json"];

/** `specc targets`: which tools get files, and what of a spec goes into them. */
export function addTargets(program: Command): void {
  const command = program
    .command("targets")
    .summary("list the targets")
    .description("Lists the targets with the sections of a spec that each of them emits.")
    .addOption(formatOption(["text", "json"]));
  withExamples(command, EXAMPLES).action(listTargets);
}

function listTargets({ format }: FormatOption): void {
  give(format === "json" ? targetsJson(emitters) : emitters.map(targetText).join("\n"));
}

const targetsJson = (emitters: readonly Emitter[]): string =>
  `${JSON.stringify({
    version: 1,
    targets: emitters.map(({ target, title, support, accompanies }) => ({
      target,
      title,
      selectable: accompanies === undefined,
      support,
    })),
  })}\n`;

function targetText({ target, title, support, accompanies }: Emitter): string {
  const sections = Object.entries(support)
    .flatMap(([section, does]) => (does === "emits" ? [section] : []))
    .sort();
  const head = accompanies === undefined ? title : `${title}; comes by itself where it is needed`;
  return `${target}: ${head}\n${sections.length === 0 ? "" : `  ${sections.join(" ")}\n`}`;
}
