import type { App } from "../../compiler/environment/app.ts";
import type { Environment } from "../../compiler/environment/environment.ts";

/** A daemon's unit is global, which a template cannot be; others are templates of which copies are started by number. */
export const isTemplate = ({ kind }: App): boolean => kind.value !== "daemon";

const stem = (app: App, suffix: string): string => `${app.name}${suffix}${isTemplate(app) ? "@" : ""}`;

/** The unit files of fleet as they are submitted. */
export const appUnitFile = (app: App): string => `${stem(app, "")}.service`;
export const sidekickUnitFile = (app: App): string => `${stem(app, "-discovery")}.service`;
export const timerUnitFile = (app: App): string => `${stem(app, "")}.timer`;

/** A job ends, and without a port there is nothing to tell. */
export const isRegistered = ({ kind, port }: App): boolean => kind.value !== "job" && port !== undefined;

/** How many copies fleet is told to start. */
export const copiesOf = ({ scaling, replicas }: App): number => (scaling?.min ?? replicas).value;

/** The number of the first copy. */
export const firstCopy = ({ runsOn }: App): number => runsOn?.firstIndex.value ?? 1;

/** The file on a machine that holds what only the deployment knows, apart from the files of other targets. */
export const fleetSettingsFile = ({ name }: Environment, app: App): string =>
  `/etc/${name.value}/fleet/${app.name}.env`;
