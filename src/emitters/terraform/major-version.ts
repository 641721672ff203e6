import type { Environment } from "../../compiler/environment/environment.ts";
import { literal, type Text } from "../../compiler/environment/text.ts";
import type { Expression } from "../../formats/hcl/tree.ts";
import { ORIGINS, traced } from "../../formats/origin.ts";
import { lowerFixed } from "./lower.ts";

export const majorOf = (version: Text): string => literal(version).value.split(".")[0] ?? "";

/** A version by its major number; read from an input where that is all that it says. */
export function majorVersion(environment: Environment, version: Text): Expression {
  const major = majorOf(version);
  return literal(version).value === major ? lowerFixed(environment, version) : traced(major, ...version[ORIGINS]);
}
