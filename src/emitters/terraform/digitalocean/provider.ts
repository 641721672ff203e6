import type { Environment } from "../../../compiler/environment/environment.ts";
import type { Provider } from "../../../compiler/environment/provider.ts";
import { by } from "../../../compiler/rules.ts";
import { type Block, because, block } from "../../../formats/hcl/tree.ts";
import { derive, traced } from "../../../formats/origin.ts";
import { workspaceLocals } from "../resource-name.ts";
import { lower } from "./lower.ts";

/** Where everything is made, and the tags that everything carries; the token comes from the environment. */
export function provider(environment: Environment): readonly Block[] {
  if (environment.provider === undefined) return [];
  const { at, region } = environment.provider;
  const byRule = by("default-tags", at);
  return [
    because(
      [byRule],
      block(["locals"], {
        region: lower(environment, region),
        tags: [
          derive(environment.name, (name) => `project:${name}`),
          derive(environment.environment, (name) => `environment:${name}`),
          traced("managed-by:specc", byRule),
        ],
      }),
    ),
    ...workspaceLocals(environment),
    providerBlock(environment, environment.provider),
  ];
}

/** Whose account it is: a secret of the spec, else the token of the deploying process. */
const providerBlock = (environment: Environment, { at, credentials }: Provider): Block =>
  credentials === undefined
    ? because([by("token-from-environment", at)], block(["provider", "digitalocean"]))
    : because([{ at }], block(["provider", "digitalocean"], { token: lower(environment, credentials) }));
