import { type Artifact, type Emitter, following } from "../../compiler/emitter.ts";
import type { Environment } from "../../compiler/environment/environment.ts";
import type { Pipeline } from "../../compiler/environment/pipeline.ts";
import { stagesAreKnown, stagesDoSomething } from "./checks/stages.ts";
import { temporariesAreApart } from "./checks/temporaries-are-apart.ts";
import { textsAreKnown } from "./checks/texts-are-known.ts";
import { travis } from "./travis.ts";
import { isStarted } from "./triggers.ts";
import { workflow } from "./workflow.ts";

/** Pipelines, in files that belong at the root of the repository: those that work on the environment that is compiled. */
export const ci: Emitter = {
  target: "ci",
  title: "Pipelines",
  support: { ...following, ci: "emits" },
  accompanies: ({ pipelines }) => pipelines.length > 0,
  checks: [stagesAreKnown, stagesDoSomething, textsAreKnown, temporariesAreApart],
  emit: (environment) =>
    environment.pipelines
      .filter((pipeline) => isStarted(environment, pipeline))
      .map((pipeline) => artifactOf(environment, pipeline)),
};

const artifactOf = (environment: Environment, pipeline: Pipeline): Artifact =>
  pipeline.kind.value === "travis"
    ? { path: ".travis.yml", at: pipeline.at, document: travis(environment, pipeline) }
    : {
        path: `.github/workflows/${pipeline.name}-${environment.environment.value}.yml`,
        at: pipeline.at,
        document: workflow(environment, pipeline),
      };
