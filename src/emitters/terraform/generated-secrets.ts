import type { Environment } from "../../compiler/environment/environment.ts";
import type { Scalar } from "../../compiler/environment/text.ts";
import { by } from "../../compiler/rules.ts";
import { type Block, because, block } from "../../formats/hcl/tree.ts";
import { type SpecPath, traced } from "../../formats/origin.ts";
import { scalar } from "./lower.ts";

/** The secrets that Terraform makes once and keeps in its state, of those that something reads. */
export const generatedSecrets = ({ secrets }: Environment, used: ReadonlySet<string>): readonly Block[] =>
  secrets
    .filter(({ name }) => used.has(name))
    .flatMap(({ name, at, source }) => (source.kind === "generate" ? [password(name, at, source.length)] : []));

const password = (name: string, at: SpecPath, length: Scalar<number>): Block =>
  because(
    [{ at }],
    block(["resource", "random_password", name], {
      length: scalar(length),
      special: traced(false, by("generated-password", at)),
    }),
  );
