import type { Environment } from "../../compiler/environment/environment.ts";
import type { Pipeline } from "../../compiler/environment/pipeline.ts";
import type { Text } from "../../compiler/environment/text.ts";

/** The files that apps take from the registry which a pipeline releases to. */
export const releasedFiles = ({ artifactApps }: Environment, { release }: Pipeline): readonly Text[] =>
  artifactApps.filter(({ artifact }) => artifact.registry.name === release?.name).map(({ artifact }) => artifact.file);
