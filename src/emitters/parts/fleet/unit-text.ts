import type { App } from "../../../compiler/environment/app.ts";
import type { Environment } from "../../../compiler/environment/environment.ts";
import type { Part, Text as SpecText } from "../../../compiler/environment/text.ts";
import { ORIGINS, traced } from "../../../formats/origin.ts";
import { type Argument, concatenation, specifier, type Text, variable } from "../../../formats/unit/tree.ts";
import { expand } from "../expand.ts";
import { isTemplate } from "../fleet-unit-names.ts";

/** What `/etc/environment` of CoreOS calls the machine's private address. */
export const PRIVATE_ADDRESS = "COREOS_PRIVATE_IPV4";

/** What tells copies apart: their number, or the machine of a global unit. */
export const copyOf = (app: App): Text => specifier(isTemplate(app) ? "i" : "m");

/** `storefront-%i`: the name of a copy. */
export const copyName = (app: App): Text => concatenation(`${app.name}-`, copyOf(app));

/** A text of the spec as an argument of a command; what has no value here has been reported by a check. */
export function argumentOf(environment: Environment, app: App, of: SpecText): Argument {
  const known = expand(environment, app, of);
  return traced(concatenation(...known.parts.map((part) => argumentPart(app, part))), ...known[ORIGINS]);
}

const argumentPart = (app: App, part: Part): Argument =>
  typeof part === "object" && part.kind === "self" && part.attribute === "address"
    ? variable(PRIVATE_ADDRESS)
    : textPart(app, part);

/** A part of a text that systemd does not read as a command. */
export function textPart(app: App, part: Part): Text {
  if (typeof part === "string") return part;
  if (part.kind === "variable") return part.value;
  return part.kind === "self" && part.attribute === "index" ? copyOf(app) : "";
}
