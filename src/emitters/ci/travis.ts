import type { Environment } from "../../compiler/environment/environment.ts";
import type { Command, Pipeline } from "../../compiler/environment/pipeline.ts";
import { literal, type Text } from "../../compiler/environment/text.ts";
import { by } from "../../compiler/rules.ts";
import { ORIGINS, traced } from "../../formats/origin.ts";
import { type YamlDocument, type YamlNode, yaml } from "../../formats/yaml/tree.ts";
import { shellWord } from "../../formats/text/quote/shell.ts";
import { releasedFiles } from "./released-files.ts";
import { triggerOf } from "./triggers.ts";
import { commandLine, travisWords } from "./words.ts";

/** What Travis CI does: commands on a machine with the language, and a release of what they have made. */
export const travis = (environment: Environment, pipeline: Pipeline): YamlDocument =>
  yaml(
    traced<YamlNode>(
      {
        os: "linux",
        dist: "jammy",
        ...languageOf(pipeline),
        script: scriptOf(pipeline),
        deploy: releaseOf(environment, pipeline),
      },
      { at: pipeline.at },
    ),
    "It belongs at the root of the repository. GITHUB_TOKEN, which may write its releases, is set in the settings of Travis.",
  );

const golang = /^(?:docker\.io\/(?:library\/)?)?golang:(\d+(?:\.\d+)*)(?:-|@|$)/;

/** Travis has images of its own; another one is a container that the commands run in. */
function languageOf({ image }: Pipeline): { readonly [key: string]: YamlNode } {
  if (image === undefined) return { language: "minimal" };
  const { value, [ORIGINS]: origins } = literal(image);
  const version = golang.exec(value)?.[1];
  if (version === undefined) return { language: "minimal", services: ["docker"] };
  return {
    language: traced("go", ...origins, by("ci-image", origins[0]?.at ?? [])),
    go: traced<YamlNode>([version], ...origins, by("ci-image", origins[0]?.at ?? [])),
  };
}

function scriptOf(pipeline: Pipeline): YamlNode {
  const has = (stage: string): boolean => pipeline.stages.some(({ value }) => value === stage);
  const commands = [...(has("build") ? pipeline.build : []), ...(has("test") ? pipeline.test : [])];
  return commands.map((command) => lineOf(pipeline, command));
}

const lineOf = ({ image }: Pipeline, command: Command): YamlNode => {
  const line = commandLine(command, travisWords);
  const origins = command.flatMap((each) => each[ORIGINS]);
  const own = image === undefined || golang.test(literal(image).value);
  return traced(own ? line : inContainer(image, line), ...origins);
};

const inContainer = (image: Text, line: string): string =>
  `docker run --rm --volume "$PWD":/sources --workdir /sources ${shellWord(literal(image).value)} ${line}`;

function releaseOf(environment: Environment, pipeline: Pipeline): YamlNode {
  if (pipeline.release === undefined || !pipeline.stages.some(({ value }) => value === "release")) return undefined;
  const files = releasedFiles(environment, pipeline).map((file) => literal(file));
  return traced<YamlNode>(
    {
      provider: "releases",
      edge: true,
      token: "$GITHUB_TOKEN",
      file: files,
      cleanup: false,
      on: conditionOf(triggerOf(environment, pipeline)?.tag?.value),
    },
    { at: [...pipeline.at, "release"] },
  );
}

/** Releases are made of tags; a pattern of them is bash's. */
const conditionOf = (pattern: string | undefined): YamlNode =>
  pattern === undefined || pattern === "*"
    ? { tags: true }
    : { tags: true, condition: `$TRAVIS_TAG == ${pattern.replaceAll(/[^A-Za-z0-9*?._[\]-]/g, "\\$&")}` };
