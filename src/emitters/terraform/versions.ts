import type { Environment } from "../../compiler/environment/environment.ts";
import { by } from "../../compiler/rules.ts";
import { type Block, because, block, object } from "../../formats/hcl/tree.ts";
import type { SpecPath } from "../../formats/origin.ts";
import { backendBlocks } from "./backend.ts";
import type { RequiredProvider } from "./platform.ts";

/** State in S3 is locked by a file of its own from 1.10 on. */
const terraformVersion = (environment: Environment): string =>
  environment.state?.kind.value === "s3" ? ">= 1.10.0" : ">= 1.5.0";

/** Makes secrets; every platform may need it. */
const randomProvider: RequiredProvider = { name: "random", source: "hashicorp/random", version: "~> 3.7" };

/** Makes keys and certificates. */
const tlsProvider: RequiredProvider = { name: "tls", source: "hashicorp/tls", version: "~> 4.1" };

/** Providers that belong to no platform, by how the types of their resources begin. */
export const makers: Readonly<Record<string, RequiredProvider>> = { random_: randomProvider, tls_: tlsProvider };

/** The versions that the module is written for. */
export const versionsBlock = (environment: Environment, required: readonly RequiredProvider[]): Block => {
  const { provider, at } = environment;
  return because(
    [by("terraform-versions", provider?.at ?? at)],
    block(["terraform"], { required_version: terraformVersion(environment) }, [
      ...requiredBlock(required),
      ...backendBlocks(environment),
    ]),
  );
};

/** The versions that a module below the root is written for. */
export const moduleVersionsBlock = (
  environment: Environment,
  at: SpecPath,
  required: readonly RequiredProvider[],
): Block =>
  because(
    [by("module-versions", at)],
    block(["terraform"], { required_version: terraformVersion(environment) }, requiredBlock(required)),
  );

const requiredBlock = (required: readonly RequiredProvider[]): readonly Block[] =>
  required.length === 0
    ? []
    : [
        block(
          ["required_providers"],
          Object.fromEntries(required.map(({ name, source, version }) => [name, object({ source, version })])),
        ),
      ];
