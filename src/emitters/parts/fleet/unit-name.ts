import type { App } from "../../../compiler/environment/app.ts";
import { concatenation, specifier, type Text } from "../../../formats/unit/tree.ts";
import { isTemplate } from "../fleet-unit-names.ts";

/** How the units of a copy call the one that runs it. */
export const appUnit = (app: App): Text =>
  isTemplate(app) ? concatenation(`${app.name}@`, specifier("i"), ".service") : `${app.name}.service`;
