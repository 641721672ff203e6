import type { Environment } from "../../../compiler/environment/environment.ts";
import type { Named } from "../../../compiler/environment/located.ts";
import { sharedName } from "../../../compiler/environment/naming.ts";
import { type Expression, object } from "../../../formats/hcl/tree.ts";

/** The tag by which the console shows a thing that has no name of its own. */
export const nameTag = (environment: Environment, element: Pick<Named, "name" | "at">): Expression =>
  object({ Name: sharedName(environment, element) });
