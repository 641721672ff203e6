import type { App, EnvironmentVariable } from "../../compiler/environment/app.ts";
import type { Environment } from "../../compiler/environment/environment.ts";
import type { AttributeReference, Part, SecretReference } from "../../compiler/environment/text.ts";
import { expand } from "./expand.ts";

/** What an app reads under fleet, by who knows it. */
export interface FleetSettings {
  /** Known when compiling, but for the number of the copy. */
  readonly written: readonly EnvironmentVariable[];
  /** Known to the machine and to etcd when the unit starts. */
  readonly resolved: readonly EnvironmentVariable[];
  /** Known to the deployment, which writes them into a file on each machine. */
  readonly deployed: readonly EnvironmentVariable[];
}

/** Where an app is reached. */
export type AppAddress = AttributeReference & { readonly section: "apps"; readonly attribute: "url" | "host" };

export function fleetSettings(environment: Environment, app: App): FleetSettings {
  const all = app.env.map((setting) => ({ ...setting, value: expand(environment, app, setting.value) }));
  const isDeployed = ({ value }: EnvironmentVariable) => value.parts.some(isDeployedPart);
  const isResolved = (setting: EnvironmentVariable) => !isDeployed(setting) && setting.value.parts.some(isResolvedPart);
  return {
    written: all.filter((setting) => !isDeployed(setting) && !isResolved(setting)),
    resolved: all.filter(isResolved),
    deployed: all.filter(isDeployed),
  };
}

export const isAppAddress = (part: Part): part is AppAddress =>
  typeof part === "object" &&
  part.kind === "attribute" &&
  part.section === "apps" &&
  (part.attribute === "url" || part.attribute === "host");

export const isResolvedPart = (part: Part): boolean =>
  isAppAddress(part) || (typeof part === "object" && part.kind === "self" && part.attribute === "address");

export const isDeployedPart = (part: Part): part is SecretReference | AttributeReference =>
  typeof part === "object" && (part.kind === "secret" || (part.kind === "attribute" && part.section !== "apps"));
