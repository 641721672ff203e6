import { diagnose, hasErrors } from "../../../compiler/diagnostics/diagnostic.ts";
import type { Check } from "../../../compiler/emitter.ts";
import type { Environment } from "../../../compiler/environment/environment.ts";
import { folderFor } from "../../../compiler/layout.ts";
import type { Block } from "../../../formats/hcl/tree.ts";
import { ORIGINS, type SpecPath } from "../../../formats/origin.ts";
import { withBastion } from "../bastion.ts";
import { moduleFiles } from "../module.ts";
import type { Platform } from "../platform.ts";
import { platformOf } from "../platforms.ts";

/**
 * Names of the spec that are joined, or written with `_` for `-`, may meet in one identifier. What the module would
 * hold is looked at only where these checks have found nothing, since only then it can be written.
 */
export const identifiersAreUnique = (before: readonly Check[]): Check =>
  function* (environment) {
    const platform = platformOf(environment);
    if (platform === undefined || before.some((check) => hasErrors([...check(environment)]))) return;
    const owners = new Map<string, SpecPath>();
    for (const { block, folder } of declarations(environment, platform)) {
      const name = [...(block.type === "resource" ? [] : [block.type]), ...block.labels].join(".");
      const at = block[ORIGINS]?.[0]?.at ?? [];
      if (block.type === "variable" && reserved.has(block.labels[0] ?? ""))
        yield diagnose("terraform-reserved-name", at, { name: block.labels[0] ?? "" });
      const first = owners.get(`${folder} ${name}`);
      if (first !== undefined)
        yield diagnose("terraform-name-taken", at, { name, first: first.join("."), second: at.join(".") });
      owners.set(`${folder} ${name}`, at);
    }
  };

/** What is declared in which module. */
const declarations = (environment: Environment, platform: Platform) =>
  moduleFiles(withBastion(environment), platform).flatMap(({ at, path, document }) =>
    blocksOf(document).map((block) => ({
      block,
      folder: `${folderFor(environment, "terraform", at)}/${path.split("/").slice(0, -1).join("/")}`,
    })),
  );

/** From https://developer.hashicorp.com/terraform/language/block/variable: names that a variable cannot have. */
const reserved: ReadonlySet<string> = new Set([
  "count",
  "depends_on",
  "for_each",
  "lifecycle",
  "locals",
  "providers",
  "source",
  "version",
]);

const blocksOf = (document: ReturnType<typeof moduleFiles>[number]["document"]): readonly Block[] =>
  document.format === "hcl"
    ? document.blocks.filter((node): node is Block => node.kind === "block" && node.labels.length > 0)
    : [];
