import type { App, Health } from "../../compiler/environment/app.ts";
import type { Environment } from "../../compiler/environment/environment.ts";
import { by } from "../../compiler/rules.ts";
import { type Block, because, block } from "../../formats/hcl/tree.ts";
import { derive, ORIGINS, traced } from "../../formats/origin.ts";
import { duration } from "./duration.ts";
import { lower } from "./lower.ts";
import { portLabel } from "./network.ts";
import { tags } from "./tags.ts";

/** The entry of the catalogue by which others find the app. */
export function service(environment: Environment, app: App): readonly Block[] {
  if (app.port === undefined) return [];
  const attributes = {
    name: traced(app.name, { at: app.at }),
    port: portLabel(app),
    provider: traced("nomad", by("nomad-catalogue", app.at)),
    tags: tags(environment, app),
  };
  const checks = app.health === undefined ? [] : [check(environment, app, app.health)];
  return [because(app.port[ORIGINS], block(["service"], attributes, checks))];
}

function check(environment: Environment, app: App, health: Health): Block {
  const attributes = {
    type: health.http === undefined ? "tcp" : "http",
    path: health.http && lower(environment, app, health.http),
    interval: derive(health.interval, duration),
    timeout: derive(health.timeout, duration),
  };
  const hung = because(
    [by("nomad-check-restart", health.at)],
    block(["check_restart"], { limit: 3, grace: derive(health.grace, duration) }),
  );
  return because([{ at: health.at }], block(["check"], attributes, [hung]));
}
