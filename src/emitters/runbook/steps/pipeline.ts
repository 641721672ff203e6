import type { Environment } from "../../../compiler/environment/environment.ts";
import type { Action } from "../../../compiler/environment/operation.ts";
import type { Pipeline } from "../../../compiler/environment/pipeline.ts";
import { type Text, text } from "../../../compiler/environment/text.ts";
import { from } from "../../../compiler/rules.ts";
import { ORIGINS } from "../../../formats/origin.ts";
import { filled } from "../../../formats/text/template.ts";
import { tasksOf } from "../elements.ts";
import { shownText } from "../shown-text.ts";
import type { Lowering, Task } from "../step-script.ts";
import { word } from "../word.ts";
import { pipelineReleaseSh, pipelineRunSh } from "./templates.gen.ts";

/** A pipeline that is waited for: until its release has the file that an app needs, else to the end of its run. */
export const pipeline: Lowering<Action & { readonly kind: "pipeline" }> = ({ environment }, { of }) =>
  tasksOf(
    of.value,
    environment.pipelines.filter((each) => isSeen(environment, each)),
    (each) => waiting(environment, each),
  );

/** Who runs Travis' pipelines tells nobody without an account of theirs; what they release is seen by all. */
const isSeen = (environment: Environment, each: Pipeline): boolean =>
  each.kind.value === "github-actions" || releasedFile(environment, each) !== undefined;

function waiting(environment: Environment, { name, at, ...each }: Pipeline): Omit<Task, "element"> {
  const released = releasedFile(environment, { name, at, ...each });
  if (released === undefined)
    return {
      name: `pipeline_${name}`,
      text: `wait for the run of the pipeline ${name} on the commit of the sources`,
      tools: ["gh", "git"],
      commands: filled(pipelineRunSh, { pipeline: name, workflow: `${name}-${environment.environment.value}.yml` }, [
        from(at),
      ]),
    };
  return {
    name: `pipeline_${name}`,
    text: `wait until the pipeline ${name} has released its files`,
    tools: ["curl"],
    commands: filled(
      pipelineReleaseSh,
      { pipeline: name, url: shownText(released), file: word(environment, released) },
      [from(at)],
    ),
  };
}

function releasedFile({ artifactApps }: Environment, { release }: Pipeline): Text | undefined {
  const app = artifactApps.find(({ artifact }) => artifact.registry.name === release?.name);
  if (release === undefined || app === undefined) return undefined;
  const { version, file } = app.artifact;
  return text([...release.url.parts, "/releases/download/", ...version.parts, "/", ...file.parts], file[ORIGINS]);
}
