import type { Environment } from "../../compiler/environment/environment.ts";
import type { Pipeline, Trigger } from "../../compiler/environment/pipeline.ts";

/** What starts a pipeline for the environment that is compiled. */
export const triggerOf = ({ environment }: Environment, { triggers }: Pipeline): Trigger | undefined =>
  triggers.find(({ name }) => name === environment.value);

/** A pipeline without triggers works on every environment; otherwise the others compile their own. */
export const isStarted = (environment: Environment, pipeline: Pipeline): boolean =>
  pipeline.triggers.length === 0 || triggerOf(environment, pipeline) !== undefined;
