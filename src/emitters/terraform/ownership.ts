import type { Environment } from "../../compiler/environment/environment.ts";
import { by } from "../../compiler/rules.ts";
import { type HclObject, object } from "../../formats/hcl/tree.ts";
import { type SpecPath, traced } from "../../formats/origin.ts";

/** What everything says of whose it is. */
export const ownership = ({ name, environment }: Environment, at: SpecPath): HclObject =>
  object({ project: name, environment, "managed-by": traced("specc", by("default-tags", at)) });
