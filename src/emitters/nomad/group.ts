import type { App } from "../../compiler/environment/app.ts";
import type { Environment } from "../../compiler/environment/environment.ts";
import { by } from "../../compiler/rules.ts";
import { type Block, block, type Expression } from "../../formats/hcl/tree.ts";
import { traced } from "../../formats/origin.ts";
import { input } from "./lower.ts";
import { network } from "./network.ts";
import { scaling } from "./scaling.ts";
import { service } from "./service.ts";
import { task } from "./task.ts";
import { recovery } from "./update.ts";
import { groupVolumes } from "./volumes.ts";

export function group(environment: Environment, app: App): Block {
  const isDrained = app.kind.value === "service" && app.port !== undefined;
  const attributes = {
    count: count(app),
    shutdown_delay: isDrained ? traced("5s", by("nomad-drain", app.at)) : undefined,
  };
  return block(["group", app.name], attributes, [
    ...scaling(app),
    ...network(app),
    ...groupVolumes(app),
    ...service(environment, app),
    ...recovery(app),
    task(environment, app),
  ]);
}

/** A daemon has no count: a system job runs on each machine. */
function count(app: App): Expression | undefined {
  if (app.kind.value === "daemon") return undefined;
  return input(app.scaling?.min ?? app.replicas);
}
