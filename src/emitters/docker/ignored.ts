import type { Environment } from "../../compiler/environment/environment.ts";
import { headerOf } from "../../compiler/header.ts";
import { by } from "../../compiler/rules.ts";
import type { Origins } from "../../formats/origin.ts";
import { traced } from "../../formats/origin.ts";
import { type TextDocument, text } from "../../formats/text/tree.ts";
import type { BuiltImage } from "../parts/docker-build.ts";

const patterns = [".git", "**/.DS_Store", "**/.env", "**/.env.*", "**/*.key", "**/*.pem", "**/*.tfstate*", "out"];

/** What of a build's context the builder does not even read. */
export function ignored(environment: Environment, { at }: BuiltImage): TextDocument {
  const origins: Origins = [by("docker-ignore", [...at, "build"])];
  return text([`# ${headerOf(environment)}`, "", ...patterns.map((pattern) => traced(pattern, ...origins))]);
}
