import type { App } from "../../compiler/environment/app.ts";
import { type Block, because, block } from "../../formats/hcl/tree.ts";
import { ORIGINS } from "../../formats/origin.ts";
import { input } from "./lower.ts";

/** What the port of an app is called within its job. */
export const portLabel = ({ routes, health }: App): "http" | "tcp" =>
  routes.length > 0 || health?.http !== undefined ? "http" : "tcp";

/** A port of the machine that Nomad chooses, so that copies can share one, forwarded to the port of the process. */
export function network(app: App): readonly Block[] {
  if (app.port === undefined) return [];
  return [
    because(app.port[ORIGINS], block(["network"], {}, [block(["port", portLabel(app)], { to: input(app.port) })])),
  ];
}
