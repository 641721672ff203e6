import type { Environment } from "../../compiler/environment/environment.ts";
import { by } from "../../compiler/rules.ts";
import { type Block, because, block } from "../../formats/hcl/tree.ts";
import { traced } from "../../formats/origin.ts";

/** The secrets that Terraform makes once and keeps in its state, of those that something reads. */
export const generatedSecrets = ({ secrets }: Environment, used: ReadonlySet<string>): readonly Block[] =>
  secrets
    .filter(({ name, source }) => used.has(name) && source.kind === "generate")
    .map(({ name, at }) =>
      because(
        [{ at }],
        block(["resource", "random_password", name], {
          length: traced(32, by("generated-password", at)),
          special: traced(false, by("generated-password", at)),
        }),
      ),
    );
