import type { Artifact } from "../../compiler/emitter.ts";
import type { Environment } from "../../compiler/environment/environment.ts";
import { by } from "../../compiler/rules.ts";
import { traced } from "../../formats/origin.ts";
import { type YamlNode, yaml } from "../../formats/yaml/tree.ts";
import { awsProvider } from "../parts/aws-provider.ts";
import { delivers } from "./delivered.ts";
import { runningGroups } from "./groups.ts";

export function collectionsOf(environment: Environment): readonly YamlNode[] {
  const usesSnaps = runningGroups(environment).some(({ system }) => (system?.classicSnaps.length ?? 0) > 0);
  return [
    ...(awsProvider(environment) === undefined ? [] : [{ name: "amazon.aws", version: ">=5.5.1" }]),
    ...(usesSnaps ? [{ name: "community.general", version: ">=6.6.2" }] : []),
  ];
}

/** What `ansible-galaxy collection install -r requirements.yml` installs. */
export function requirements(environment: Environment): readonly Artifact[] {
  const collections = collectionsOf(environment);
  // Vagrant names the file, whatever it holds.
  if (collections.length === 0 && !delivers(environment)) return [];
  const { at } = environment;
  const document = yaml(traced<YamlNode>({ collections }, by("ansible-collections", at)));
  return [{ path: "requirements.yml", at, document }];
}
