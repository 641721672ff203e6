import type { App } from "../../compiler/environment/app.ts";
import type { Environment } from "../../compiler/environment/environment.ts";
import type { PortRange } from "../../compiler/environment/firewall-rule.ts";

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

/**
 * The ports of the machine of which each copy takes one, where several lead to the port of an app: such copies are named
 * after theirs, and two may share a machine.
 */
export function portsOfCopies({ publish, port }: App): readonly number[] {
  if (port === undefined) return [];
  const leading = publish.filter(({ app, machine }) => isOnly(app.value, port.value) && machine.from === machine.to);
  return leading.length < 2 ? [] : leading.map(({ machine }) => machine.from);
}

const isOnly = ({ from, to, protocol }: PortRange, port: number): boolean =>
  from === port && to === port && protocol === "tcp";

/** What stands behind the `@` of each copy: `1`, or the port that it publishes. */
export function copyNames(app: App): readonly string[] {
  const copies = Array.from({ length: copiesOf(app) }, (_, index) => firstCopy(app) + index);
  const ports = portsOfCopies(app);
  return ports.length === 0 ? copies.map(String) : ports.slice(0, copies.length).map(String);
}

/** The number of the first copy. */
export const firstCopy = ({ runsOn }: App): number => runsOn?.firstIndex.value ?? 1;

/** The file on a machine that holds what only the deployment knows, apart from the files of other targets. */
export const fleetSettingsFile = ({ name }: Environment, app: App): string =>
  `/etc/${name.value}/fleet/${app.name}.env`;
