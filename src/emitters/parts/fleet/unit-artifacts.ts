import type { App } from "../../../compiler/environment/app.ts";
import type { Environment } from "../../../compiler/environment/environment.ts";
import { appUnitArtifact } from "./app-unit.ts";
import { discoveryUnits } from "./discovery-unit.ts";
import { timerUnits } from "./timer-unit.ts";
import type { UnitArtifact } from "./unit-artifact.ts";

/** The units of all apps: what runs a copy, what registers it, what starts it by a schedule. */
export const unitArtifacts = (environment: Environment): readonly UnitArtifact[] =>
  environment.apps.flatMap((app) => unitsOf(environment, app));

export const unitsOf = (environment: Environment, app: App): readonly UnitArtifact[] => [
  appUnitArtifact(environment, app),
  ...discoveryUnits(environment, app),
  ...timerUnits(app),
];
