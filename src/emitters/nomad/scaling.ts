import type { App } from "../../compiler/environment/app.ts";
import { by } from "../../compiler/rules.ts";
import { type Block, because, block } from "../../formats/hcl/tree.ts";
import { ORIGINS } from "../../formats/origin.ts";
import { input } from "./lower.ts";

/** What the Nomad Autoscaler reads. */
export function scaling({ scaling: wanted, kind }: App): readonly Block[] {
  if (wanted === undefined || kind.value !== "service") return [];
  const strategy = because(wanted.cpu[ORIGINS], block(["strategy", "target-value"], { target: input(wanted.cpu) }));
  const check = block(["check", "cpu"], { source: "nomad-apm", query: "avg_cpu-allocated" }, [strategy]);
  const policy = because([by("nomad-allocated-cpu", wanted.at)], block(["policy"], {}, [check]));
  const limits = { enabled: true, min: input(wanted.min), max: input(wanted.max) };
  return [because([{ at: wanted.at }], block(["scaling"], limits, [policy]))];
}
