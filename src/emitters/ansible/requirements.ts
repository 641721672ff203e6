import type { Artifact } from "../../compiler/emitter.ts";
import type { Environment } from "../../compiler/environment/environment.ts";
import { by } from "../../compiler/rules.ts";
import { traced } from "../../formats/origin.ts";
import { type YamlNode, yaml } from "../../formats/yaml/tree.ts";
import { awsProvider } from "../parts/aws-provider.ts";
import { runningGroups } from "./groups.ts";

/** What `ansible-galaxy collection install -r requirements.yml` installs. */
export function requirements(environment: Environment): Artifact {
  const usesSnaps = runningGroups(environment).some(({ system }) => (system?.classicSnaps.length ?? 0) > 0);
  const collections = [
    ...(awsProvider(environment) === undefined ? [] : [{ name: "amazon.aws", version: ">=5.5.1" }]),
    ...(usesSnaps ? [{ name: "community.general", version: ">=6.6.2" }] : []),
  ];
  return {
    path: "requirements.yml",
    at: environment.at,
    document: yaml(traced<YamlNode>({ collections }, by("ansible-collections", environment.at))),
  };
}
