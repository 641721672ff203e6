import type { App, Health } from "../../compiler/environment/app.ts";
import type { Environment } from "../../compiler/environment/environment.ts";
import { by } from "../../compiler/rules.ts";
import { type Block, because, block } from "../../formats/hcl/tree.ts";
import { derive, ORIGINS, type Traced, traced } from "../../formats/origin.ts";
import { consulOf } from "./catalogue.ts";
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
    provider: provider(app),
    tags: tags(environment, app),
  };
  const checks = app.health === undefined ? connection(app) : [check(environment, app, app.health)];
  return [because(app.port[ORIGINS], block(["service"], attributes, checks))];
}

function provider(app: App): Traced<string> {
  const consul = consulOf(app);
  return consul === undefined
    ? traced("nomad", by("nomad-catalogue", app.at))
    : traced("consul", { at: consul.at }, by("nomad-consul", app.at));
}

/** Consul takes what nobody asks for healthy. */
const connection = (app: App): readonly Block[] =>
  consulOf(app) === undefined
    ? []
    : [because([by("nomad-consul-check", app.at)], block(["check"], { type: "tcp", interval: "10s", timeout: "3s" }))];

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
