import type { App } from "../../compiler/environment/app.ts";
import { identifiers } from "./identifiers.ts";

/** The names by which the document of a container Linux knows what only Terraform does. */
export const nodeValues = {
  hostname: "hostname",
  discovery: "discovery_url",
  settings: (app: App): string => identifiers(app.name, "settings"),
} as const;

/** Where Terraform fills a value in. */
export const filledIn = (name: string): string => `$\{${name}}`;
