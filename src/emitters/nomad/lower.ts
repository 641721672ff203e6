import type { App } from "../../compiler/environment/app.ts";
import type { Environment } from "../../compiler/environment/environment.ts";
import type { Part, Scalar, Text } from "../../compiler/environment/text.ts";
import { type Expression, reference, template } from "../../formats/hcl/tree.ts";
import { ORIGINS, type Traced, traced } from "../../formats/origin.ts";
import { expand } from "../parts/expand.ts";
import { joined } from "../parts/joined-parts.ts";
import { selfName } from "./runtime.ts";

/** A number or word of the spec, or the input of the job that it is read from. */
export const input = <T extends string | number | boolean>(scalar: Scalar<T>): Traced<Expression> =>
  scalar.variable === undefined
    ? traced(scalar.value, ...scalar[ORIGINS])
    : traced(reference(`var.${scalar.variable}`), ...scalar[ORIGINS]);

/** A text that holds inputs at most; checks have refused the rest. */
export function lowerFixed(of: Text): Traced<Expression> {
  const parts = of.parts.map((part): Expression => {
    if (typeof part === "string") return part;
    if (part.kind === "variable") return reference(`var.${part.name}`);
    throw new Error(`a job has no expression for a late-bound ${part.kind}`);
  });
  const [only = ""] = parts;
  return traced(parts.length > 1 ? template(...parts) : only, ...of[ORIGINS]);
}

/** A text of the spec as an expression of the job; `quote` prepares its literals for who evaluates it next. */
export function lower(
  environment: Environment,
  app: App,
  of: Text,
  quote: (literal: string) => string = (literal) => literal,
): Traced<Expression> {
  const known = expand(environment, app, of);
  const parts = joined(known.parts).map((part) => lowerPart(environment, part, quote));
  const [only = ""] = parts;
  return traced(parts.length > 1 ? template(...parts) : only, ...known[ORIGINS]);
}

function lowerPart(environment: Environment, part: Part, quote: (literal: string) => string): Expression {
  if (typeof part === "string") return quote(part);
  if (part.kind === "variable") return reference(`var.${part.name}`);
  if (part.kind === "build") return reference(`var.build_${part.attribute}`);
  const name = part.kind === "self" && part.attribute !== "name" ? selfName(environment, part.attribute) : undefined;
  if (name === undefined) throw new Error(`a job has no expression for a late-bound ${part.kind}`);
  return reference(name);
}
