import type { App, EnvironmentVariable } from "../../compiler/environment/app.ts";
import type { Environment } from "../../compiler/environment/environment.ts";
import { type MachineApp, processesOf } from "../../compiler/environment/machine-app.ts";
import type { Part, Text } from "../../compiler/environment/text.ts";
import { ORIGINS, type Traced } from "../../formats/origin.ts";

/** What an app on a machine reads, by when it is known. */
export interface AppSettings {
  readonly literals: readonly LiteralSetting[];
  /** Known only when deploying: inputs, secrets, attributes of other elements. */
  readonly deployed: readonly EnvironmentVariable[];
}

export interface LiteralSetting {
  readonly name: string;
  readonly value: Traced<string>;
}

export function appSettings(environment: Environment, app: MachineApp): AppSettings {
  const settings = app.env.map((setting) => ({ ...setting, value: beside(environment, app, setting.value) }));
  return {
    literals: settings.filter(isWritten).map(({ name, value }) => ({ name, value: written(value) })),
    deployed: settings.filter((setting) => !isWritten(setting)),
  };
}

/** The processes that machines of a group run. */
export const appsOn = (environment: Environment, group: { readonly name: string }): readonly MachineApp[] =>
  processesOf(environment).filter(({ runsOn }) => runsOn?.name === group.name);

const isWritten = ({ value }: EnvironmentVariable): boolean => value.parts.every((part) => typeof part === "string");

const written = (value: Text): Traced<string> => ({ [ORIGINS]: value[ORIGINS], value: value.parts.join("") });

/** Apps of one group share the network of each machine, so they find each other at `localhost`. */
function beside(environment: Environment, reader: MachineApp, value: Text): Text {
  return { ...value, parts: value.parts.flatMap((part) => neighbour(environment, reader, part) ?? [part]) };
}

function neighbour(environment: Environment, reader: MachineApp, part: Part): readonly Part[] | undefined {
  if (typeof part === "string" || part.kind !== "attribute" || part.section !== "apps") return undefined;
  const app = processesOf(environment).find(({ name }) => name === part.name);
  if (app?.runsOn === undefined || app.runsOn.name !== reader.runsOn?.name) return undefined;
  if (part.attribute === "host") return ["localhost"];
  return part.attribute === "url" && app.port !== undefined ? ["http://localhost:", portOf(app.port)] : undefined;
}

const portOf = (port: NonNullable<App["port"]>): Part =>
  port.variable === undefined
    ? String(port.value)
    : { kind: "variable", name: port.variable, value: String(port.value) };
