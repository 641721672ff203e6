import { type Diagnostic, diagnose } from "../../../compiler/diagnostics/diagnostic.ts";
import type { Environment, TargetName } from "../../../compiler/environment/environment.ts";
import type { Pipeline, Stage } from "../../../compiler/environment/pipeline.ts";
import { ORIGINS } from "../../../formats/origin.ts";
import { builtHere, scannedImages } from "../images.ts";
import { releasedFiles } from "../released-files.ts";
import { tools } from "../runbook-calls.ts";

const ofTravis: readonly Stage[] = ["build", "test", "release"];

/** A service does what it can; another stage would be passed over in silence. */
export function* stagesAreKnown({ pipelines }: Environment): Iterable<Diagnostic> {
  for (const { kind, stages } of pipelines)
    for (const stage of stages)
      if (kind.value === "travis" && !ofTravis.includes(stage.value))
        yield diagnose("ci-stage", stage[ORIGINS][0]?.at ?? [], {
          stage: stage.value,
          kind: "travis",
          stages: ofTravis,
        });
}

/** A stage without anything to do would look like one that has been passed. */
export function* stagesDoSomething(environment: Environment): Iterable<Diagnostic> {
  for (const pipeline of environment.pipelines)
    for (const stage of pipeline.stages) {
      const lacks = lackOf(environment, pipeline, stage.value);
      if (lacks !== undefined)
        yield diagnose("ci-stage-empty", stage[ORIGINS][0]?.at ?? [], {
          pipeline: pipeline.name,
          stage: stage.value,
          lacks,
        });
    }
}

function lackOf(environment: Environment, pipeline: Pipeline, stage: Stage): string | undefined {
  const has = (target: TargetName): boolean => environment.targets.some(({ value }) => value === target);
  switch (stage) {
    case "build":
      return pipeline.build.length > 0 || builtHere(environment).length > 0 || comesWithPush(environment)
        ? undefined
        : "command and no image to build";
    case "test":
      return pipeline.test.length > 0 ? undefined : "command of `test`";
    case "scan":
      return scannedImages(environment).length > 0 ? undefined : "image";
    case "release":
      return releasedFiles(environment, pipeline).length > 0
        ? undefined
        : "app with an artifact from the registry of `release`";
    case "plan":
    case "apply":
      return has("terraform") ? undefined : "target `terraform`";
    case "deploy":
      return tools(environment).length > 0 ? undefined : "target that runs apps";
    case "review":
      return undefined;
  }
}

/** A registry may build by itself. */
const comesWithPush = ({ containerImages }: Environment): boolean =>
  containerImages.some(({ registry }) => registry?.autoBuild.value === true);
