import type { Environment } from "../../compiler/environment/environment.ts";
import type { InstanceGroup } from "../../compiler/environment/instance-group.ts";
import { by } from "../../compiler/rules.ts";
import { ORIGINS, type Traced, traced } from "../../formats/origin.ts";
import { appsOn } from "../parts/app-settings.ts";
import { toSeconds } from "./seconds.ts";

const bootSeconds = 300;

/** How many seconds a machine has until it must be healthy. */
export function bootGrace(environment: Environment, group: InstanceGroup): Traced<number> {
  const graces = appsOn(environment, group).flatMap(({ health }) => (health === undefined ? [] : [health.grace]));
  const longest = Math.max(0, ...graces.map(({ value }) => toSeconds(value)));
  return traced(bootSeconds + longest, by("boot-grace", group.at), ...graces.flatMap((grace) => grace[ORIGINS]));
}
