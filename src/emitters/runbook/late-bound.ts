import type { Environment } from "../../compiler/environment/environment.ts";
import type { Secret, SecretSource } from "../../compiler/environment/secret.ts";
import type { AttributeReference, Part, SecretReference } from "../../compiler/environment/text.ts";
import { fleetSettings, isDeployedPart } from "../parts/fleet-settings.ts";
import { sharedSecrets } from "../parts/generated-secrets.ts";
import { requiredObjects } from "../parts/kubernetes-required-object.ts";
import { itemsOf } from "../parts/nomad-item.ts";
import { outputName } from "../parts/output-name.ts";
import { selects } from "./selects.ts";

export type LateBound = SecretReference | AttributeReference;

/** A secret whose value the deployer has or makes; others are made of these, or by Terraform. */
export type HeldSecret = Secret & { readonly source: Exclude<SecretSource, { kind: "from" | "template" }> };

export function heldSecrets(environment: Environment): readonly HeldSecret[] {
  const shared = new Set(sharedSecrets(environment));
  return environment.secrets.filter(
    (secret): secret is HeldSecret =>
      secret.source.kind !== "from" && secret.source.kind !== "template" && !shared.has(secret),
  );
}

/** The variable of the scripts that holds a value; the prefix keeps it apart from what the environment has already. */
export const variableOf = (reference: LateBound): string =>
  reference.kind === "secret" ? `secret_${reference.name}` : `output_${outputName(reference)}`;

/** The attributes that runtimes must be given, each once, in order of name. */
export function neededAttributes(environment: Environment): readonly AttributeReference[] {
  const attributes = [...ofNomad(environment), ...ofFleet(environment), ...ofKubernetes(environment)].filter(
    isAttribute,
  );
  const byName = new Map(attributes.map((reference) => [outputName(reference), reference]));
  return [...byName].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, reference]) => reference);
}

const ofNomad = (environment: Environment): readonly Part[] =>
  selects(environment, "nomad") ? environment.apps.flatMap((app) => itemsOf(environment, app)) : [];

const ofFleet = (environment: Environment): readonly Part[] =>
  selects(environment, "fleet")
    ? environment.apps.flatMap((app) =>
        fleetSettings(environment, app).deployed.flatMap(({ value }) => value.parts.filter(isDeployedPart)),
      )
    : [];

const ofKubernetes = (environment: Environment): readonly Part[] =>
  selects(environment, "kubernetes")
    ? requiredObjects(environment).flatMap(({ entries }) => [...entries.values()].map(({ reference }) => reference))
    : [];

const isAttribute = (part: Part): part is AttributeReference => typeof part === "object" && part.kind === "attribute";
