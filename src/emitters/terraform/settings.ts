import type { EnvironmentVariable } from "../../compiler/environment/app.ts";
import type { Environment } from "../../compiler/environment/environment.ts";
import type { Named } from "../../compiler/environment/located.ts";
import { type MachineApp, processesOf } from "../../compiler/environment/machine-app.ts";
import type { InstanceGroup } from "../../compiler/environment/instance-group.ts";
import type { Part } from "../../compiler/environment/text.ts";
import type { Expression } from "../../formats/hcl/tree.ts";
import { appSettings, appsOn } from "../parts/app-settings.ts";
import { identifiers } from "./identifiers.ts";

/** A setting of an app on machines that only the deployment knows. */
export interface DeployedSetting {
  readonly app: MachineApp;
  readonly setting: EnvironmentVariable;
}

/** Where a provider keeps such settings for the machines that read them when their apps start. */
export interface SettingsStore {
  /** What machines must be told to find it, beside the folder: a line of the machine file and its value in the template. */
  readonly place: (environment: Environment) => readonly MachineValue[];
  /** The version of a setting; a new one renews the machines. */
  readonly version: (deployed: DeployedSetting) => Expression;
  /** Where the agents of a group find the secrets of their cluster, by the names that the template knows; without it no agent is set up. */
  readonly agents?: (environment: Environment, group: InstanceGroup) => Readonly<Record<string, Expression>>;
}

/** Settings that come with the user data, where a provider keeps none: what a template fills into the file of an app. */
export interface CarriedSettings {
  readonly carried: (app: MachineApp) => Expression;
}

/** How settings reach the machines. */
export type SettingsDelivery = SettingsStore | CarriedSettings;

export const isStore = (delivery: SettingsDelivery): delivery is SettingsStore => "place" in delivery;

export interface MachineValue {
  readonly variable: string;
  /** The name by which the template knows the value. */
  readonly name: string;
  readonly value: Expression;
}

export const deployedSettings = (environment: Environment): readonly DeployedSetting[] =>
  processesOf(environment)
    .filter(({ runsOn }) => runsOn !== undefined)
    .flatMap((app) => settingsOf(environment, app));

export const settingsOf = (environment: Environment, app: MachineApp): readonly DeployedSetting[] =>
  appSettings(environment, app).deployed.map((setting) => ({ app, setting }));

export const settingLabel = ({ app, setting }: DeployedSetting): string =>
  identifiers(app.name, setting.name.toLowerCase());

/** The settings of a group's apps whose new versions renew the machines; those that know machines cannot go before them. */
export const renewingSettings = (environment: Environment, group: Named): readonly DeployedSetting[] =>
  appsOn(environment, group)
    .flatMap((app) => settingsOf(environment, app))
    .filter(({ setting }) => !setting.value.parts.some((part) => knowsMachines(environment, part)));

/** Whether a value waits for machines: their addresses, or the app's on another group. */
function knowsMachines(environment: Environment, part: Part): boolean {
  if (typeof part === "string" || part.kind !== "attribute") return false;
  if (part.section === "instances") return true;
  const app = part.section === "apps" ? processesOf(environment).find(({ name }) => name === part.name) : undefined;
  return app !== undefined && part.attribute !== "publicUrl" && app.routes.length === 0;
}
