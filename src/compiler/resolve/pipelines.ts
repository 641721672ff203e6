import { type SpecPath, type Traced, traced } from "../../formats/origin.ts";
import { diagnose } from "../diagnostics/diagnostic.ts";
import type { Command, Pipeline, Stage, Trigger } from "../environment/pipeline.ts";
import type { Registry } from "../environment/registry.ts";
import { by, from } from "../rules.ts";
import type { Pipeline as PipelineSpec, Spec, Trigger as TriggerSpec } from "../spec/spec.gen.ts";
import type { Context } from "./context.ts";
import { requireEnvironment } from "./environments.ts";
import { optional } from "./lookup.ts";
import { flag, string, textAt, textOf, word } from "./read.ts";
import { type Element, elements } from "./section.ts";

export const resolvePipelines = (context: Context, spec: Spec, registries: readonly Registry[]): readonly Pipeline[] =>
  elements<PipelineSpec>(["ci"], spec.ci).map((element) => resolvePipeline(context, element, registries));

function resolvePipeline(context: Context, element: Element<PipelineSpec>, registries: readonly Registry[]): Pipeline {
  const { name, at, value } = element;
  const releases = registries.filter(({ kind }) => kind.value === "release");
  const pipeline: Pipeline = {
    name,
    at,
    kind: word<Pipeline["kind"]["value"]>()(context, element, "kind", "github-actions"),
    stages: stagesOf(element),
    triggers: elements<TriggerSpec>([...at, "triggers"], value.triggers).map((trigger) =>
      resolveTrigger(context, trigger),
    ),
    image: textOf(context, element, "image"),
    build: commandsAt(context, [...at, "build"], value.build),
    test: commandsAt(context, [...at, "test"], value.test),
    release: optional(context, element, "release", [{ section: "registry", elements: releases }]),
  };
  if (pipeline.stages.length === 0) context.report(diagnose("missing-key", at, { key: "stages", where: `ci.${name}` }));
  return pipeline;
}

/** What is written, else what there is to do. */
function stagesOf({ at, value }: Element<PipelineSpec>): readonly Traced<Stage>[] {
  const place = [...at, "stages"];
  if (value.stages !== undefined) return value.stages.map((stage, index) => traced(stage, from([...place, index])));
  const implied = (["build", "test", "release"] as const).filter((key) => value[key] !== undefined);
  return implied.map((stage) => traced(stage, by("default", place)));
}

function resolveTrigger(context: Context, element: Element<TriggerSpec>): Trigger {
  requireEnvironment(context, element.at, element.name);
  return {
    name: element.name,
    at: element.at,
    branch: string(context, element, "branch"),
    tag: string(context, element, "tag"),
    pullRequest: flag(context, element, "pullRequest", false),
    temporary: flag(context, element, "temporary", false),
  };
}

const commandsAt = (
  context: Context,
  at: SpecPath,
  commands: readonly (readonly string[])[] | undefined,
): readonly Command[] =>
  (commands ?? []).map((command, line) =>
    command.map((argument, index) => textAt(context, [...at, line, index], argument)),
  );
