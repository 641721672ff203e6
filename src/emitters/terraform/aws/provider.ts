import type { Environment } from "../../../compiler/environment/environment.ts";
import { by } from "../../../compiler/rules.ts";
import { type Block, because, block, reference } from "../../../formats/hcl/tree.ts";
import { agentSecrets } from "../../parts/agent-secrets.ts";
import { ownership } from "../ownership.ts";
import { lower } from "./lower.ts";

/** Where everything is made, and the tags that everything carries. */
export function provider(environment: Environment): readonly Block[] {
  if (environment.provider === undefined) return [];
  const { at } = environment.provider;
  const byRule = by("default-tags", at);
  return [
    because([byRule], block(["locals"], { tags: ownership(environment, at) })),
    because(
      [{ at }],
      block(["provider", "aws"], { region: lower(environment, environment.provider.region) }, [
        because([byRule], block(["default_tags"], { tags: reference("local.tags") })),
      ]),
    ),
    ...region(environment),
  ];
}

/** The region by its name, for machines that call the provider; read back, so that it is written once. */
function region(environment: Environment): readonly Block[] {
  const { apps, provider, at } = environment;
  if (apps.every(({ runsOn }) => runsOn === undefined) && agentSecrets(environment).length === 0) return [];
  return [because([{ at: provider?.at ?? at }], block(["data", "aws_region", "current"]))];
}
