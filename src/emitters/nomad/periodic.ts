import type { App } from "../../compiler/environment/app.ts";
import { by } from "../../compiler/rules.ts";
import { type Block, because, block } from "../../formats/hcl/tree.ts";
import { ORIGINS, traced } from "../../formats/origin.ts";
import { input } from "./lower.ts";

export function periodic({ kind, schedule, at }: App): readonly Block[] {
  if (kind.value !== "job" || schedule === undefined) return [];
  const attributes = {
    crons: [input(schedule)],
    time_zone: traced("UTC", by("nomad-utc", at)),
    prohibit_overlap: traced(true, by("nomad-no-overlap", at)),
  };
  return [because(schedule[ORIGINS], block(["periodic"], attributes))];
}
