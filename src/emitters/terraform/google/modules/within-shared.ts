import type { Environment } from "../../../../compiler/environment/environment.ts";
import { sharedName } from "../../../../compiler/environment/naming.ts";
import { type Expression, template } from "../../../../formats/hcl/tree.ts";
import type { SpecPath } from "../../../../formats/origin.ts";

/** A name that shares the project with others, of which a part is known to the module alone. */
export function withinShared(environment: Environment, at: SpecPath, part: Expression): Expression {
  const mark = "\0";
  const [before = "", after = ""] = sharedName(environment, { name: mark, at }).value.split(mark);
  return template(...[before, part, after].filter((each) => each !== ""));
}
