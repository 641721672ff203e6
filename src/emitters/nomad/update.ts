import type { App } from "../../compiler/environment/app.ts";
import { by } from "../../compiler/rules.ts";
import { type Block, because, block } from "../../formats/hcl/tree.ts";
import { ORIGINS, type SpecPath, traced } from "../../formats/origin.ts";
import { isChecked } from "./catalogue.ts";
import { duration } from "./duration.ts";

const FIVE_MINUTES = 300_000;

/** How a new version replaces the old one. */
export function update(app: App): readonly Block[] {
  if (app.kind.value !== "service") return [];
  const patience = Math.max(FIVE_MINUTES, 2 * (app.health?.grace.value ?? 0));
  const deadline = [by("nomad-deadlines", app.at), ...(app.health?.grace[ORIGINS] ?? [])];
  const attributes = {
    max_parallel: 1,
    health_check: isChecked(app) ? "checks" : "task_states",
    min_healthy_time: "10s",
    healthy_deadline: traced(duration(patience), ...deadline),
    progress_deadline: traced(duration(2 * patience), ...deadline),
    auto_revert: true,
  };
  return [because([by("nomad-rolling-update", app.at)], block(["update"], attributes))];
}

/** What happens when a process ends that should not. */
export function recovery(app: App): readonly Block[] {
  if (app.kind.value !== "service") return [];
  const reschedule = block(["reschedule"], {
    delay: "30s",
    delay_function: "exponential",
    max_delay: "10m",
    unlimited: true,
  });
  return [...restart(app.at), because([by("nomad-reschedule", app.at)], reschedule)];
}

/** What happens on the machine itself. */
export const restart = (at: SpecPath): readonly Block[] => [
  because([by("nomad-restart", at)], block(["restart"], { attempts: 3, interval: "5m", delay: "15s", mode: "fail" })),
];
