import { type Traced, traced } from "../../formats/origin.ts";
import { diagnose } from "../diagnostics/diagnostic.ts";
import type { TargetName } from "../environment/environment.ts";
import { by, from } from "../rules.ts";
import type { Cluster, Image, Spec } from "../spec/spec.gen.ts";
import type { Context } from "./context.ts";
import { elements } from "./section.ts";

/** The tools that get files: those written, else what the spec's own kinds need. */
export function resolveTargets(context: Context, spec: Spec): readonly Traced<TargetName>[] {
  if (spec.targets !== undefined) return spec.targets.map((target, index) => traced(target, from(["targets", index])));
  const implied = impliedTargets(spec);
  if (implied.length === 0) context.report(diagnose("no-target", [], {}));
  return implied;
}

/** A cloud needs Terraform, an office Vagrant, an image with a builder Packer and Ansible, a cluster its own kind; components have machines to develop them on. */
function impliedTargets({ provider, images, cluster, layout }: Spec): readonly Traced<TargetName>[] {
  const place: TargetName = provider?.kind === "vagrant" ? "vagrant" : "terraform";
  const built = elements<Image>(["images"], images).find(({ value }) => value.builder !== undefined);
  const kinds = new Map(elements<Cluster>(["cluster"], cluster).map(({ at, value }) => [value.kind, at]));
  return [
    ...(provider === undefined ? [] : [traced(place, by("implied-targets", ["provider"]))]),
    ...(built === undefined || provider === undefined
      ? []
      : builders.map((tool) => traced(tool, by("implied-targets", built.at)))),
    ...(layout === "component" ? [traced<TargetName>("vagrant", by("implied-targets", ["layout"]))] : []),
    ...[...kinds].flatMap(([kind, at]) => (kind === undefined ? [] : [traced(kind, by("implied-targets", at))])),
  ];
}

const builders: readonly TargetName[] = ["packer", "ansible"];
