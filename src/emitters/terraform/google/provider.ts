import type { Environment } from "../../../compiler/environment/environment.ts";
import { by } from "../../../compiler/rules.ts";
import { type Block, because, block, reference } from "../../../formats/hcl/tree.ts";
import { lowerFixed } from "../lower.ts";
import { ownership } from "../ownership.ts";

/** Where everything is made, and the labels that everything carries. */
export function provider(environment: Environment): readonly Block[] {
  if (environment.provider === undefined) return [];
  const { at, project, region } = environment.provider;
  const byRule = by("default-tags", at);
  return [
    because([byRule], block(["locals"], { labels: ownership(environment, at) })),
    because(
      [{ at }],
      block(["provider", "google"], {
        project: project === undefined ? undefined : lowerFixed(environment, project),
        region: lowerFixed(environment, region),
        default_labels: reference("local.labels"),
      }),
    ),
  ];
}
