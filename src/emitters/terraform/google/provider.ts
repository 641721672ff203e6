import type { Environment } from "../../../compiler/environment/environment.ts";
import { holdsSecret, type Text } from "../../../compiler/environment/text.ts";
import { by } from "../../../compiler/rules.ts";
import { type Block, because, block, call, type Expression, reference } from "../../../formats/hcl/tree.ts";
import { lowerFixed } from "../lower.ts";
import { ORIGINS, traced } from "../../../formats/origin.ts";
import { lower } from "./lower.ts";
import { ownership } from "../ownership.ts";

/** Where everything is made, and the labels that everything carries. */
export function provider(environment: Environment): readonly Block[] {
  if (environment.provider === undefined) return [];
  const { at, credentials, project, region } = environment.provider;
  const byRule = by("default-tags", at);
  return [
    because([byRule], block(["locals"], { labels: ownership(environment, at) })),
    because(
      [{ at }],
      block(["provider", "google"], {
        credentials: credentials && credentialsOf(environment, credentials),
        project: project === undefined ? undefined : lowerFixed(environment, project),
        region: lowerFixed(environment, region),
        default_labels: reference("local.labels"),
      }),
    ),
  ];
}

/** The key of the account that Terraform signs in as: a secret, or a file. */
const credentialsOf = (environment: Environment, credentials: Text): Expression =>
  holdsSecret(credentials)
    ? lower(environment, credentials)
    : traced(call("file", call("pathexpand", lowerFixed(environment, credentials))), ...credentials[ORIGINS]);
