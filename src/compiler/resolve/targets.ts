import { type Traced, traced } from "../../formats/origin.ts";
import { diagnose } from "../diagnostics/diagnostic.ts";
import type { TargetName } from "../environment/environment.ts";
import { by, from } from "../rules.ts";
import type { Spec } from "../spec/spec.gen.ts";
import type { Context } from "./context.ts";

/** The tools that get files: those written, else what the spec's own kinds need. */
export function resolveTargets(context: Context, spec: Spec): readonly Traced<TargetName>[] {
  if (spec.targets !== undefined) return spec.targets.map((target, index) => traced(target, from(["targets", index])));
  if (spec.provider !== undefined) return [traced("terraform", by("implied-targets", ["provider"]))];
  context.report(diagnose("no-target", [], {}));
  return [];
}
