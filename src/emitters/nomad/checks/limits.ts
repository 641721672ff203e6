import { diagnose } from "../../../compiler/diagnostics/diagnostic.ts";
import type { Check } from "../../../compiler/emitter.ts";
import { mebibytes } from "../resources.ts";

const SECOND = 1_000;

/** What a server refuses when a job is registered. */
export const checkLimits: Check = function* ({ apps }) {
  for (const { port, health } of apps) {
    if (health === undefined || port === undefined) continue;
    for (const key of ["interval", "timeout"] as const) {
      if (health[key].value < SECOND) yield diagnose("nomad-check-limits", [...health.at, key], { key });
    }
  }
};

export const resourceLimits: Check = function* ({ apps }) {
  for (const { resources, at } of apps) {
    const { cpu, memory } = resources;
    if (cpu !== undefined && cpu.value < 1) {
      yield diagnose("nomad-resources", [...at, "resources", "cpu"], { key: "cpu", least: "1m" });
    }
    if (memory !== undefined && mebibytes(memory.value) < 10) {
      yield diagnose("nomad-resources", [...at, "resources", "memory"], { key: "memory", least: "10MiB" });
    }
  }
};
