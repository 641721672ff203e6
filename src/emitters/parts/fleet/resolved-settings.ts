import type { App, EnvironmentVariable } from "../../../compiler/environment/app.ts";
import type { Environment } from "../../../compiler/environment/environment.ts";
import type { Part } from "../../../compiler/environment/text.ts";
import { by } from "../../../compiler/rules.ts";
import { ORIGINS, traced } from "../../../formats/origin.ts";
import { shellWord } from "../../../formats/text/quote/shell.ts";
import { type Argument, command, concatenation, type Directive, directive } from "../../../formats/unit/tree.ts";
import { type AppAddress, fleetSettings, isAppAddress } from "../fleet-settings.ts";
import { joined } from "../joined-parts.ts";
import { serversKey } from "../traefik-keys.ts";
import { type Registry, registryOf } from "./registry.ts";
import { resolvedFile } from "./settings-directives.ts";
import { copyOf, PRIVATE_ADDRESS } from "./unit-text.ts";

/** The command that looks up, before a copy starts, where other apps are, and writes it down for the container. */
export function resolvedSettings(environment: Environment, app: App): readonly Directive[] {
  const { resolved } = fleetSettings(environment, app);
  if (resolved.length === 0) return [];
  const addresses = resolved.flatMap(({ value }) => value.parts.filter(isAppAddress));
  const script = concatenation(
    `${[...lookUps(registryOf(environment, app), addresses), `mkdir -p /run/${environment.name.value}`].join("; ")}; printf '%s\\n'`,
    ...resolved.map((setting) => traced(concatenation(" ", ...line(app, setting)), ...setting.value[ORIGINS])),
    " > ",
    resolvedFile(environment, app),
  );
  const rules = resolved.map(({ at }) => by("fleet-settings-at-start", at));
  return [directive("ExecStartPre", traced(command(["/bin/bash", "-ec", script]), ...rules))];
}

/** Each address once; the host is what stands between the slashes and the port. */
function lookUps({ client, major, prefix }: Registry, addresses: readonly AppAddress[]): readonly string[] {
  const keyOf = (name: string) => client.list(serversKey(major, prefix.value, name));
  const names = [...new Set(addresses.map(({ name }) => name))].sort();
  const withHost = new Set(addresses.filter(({ attribute }) => attribute === "host").map(({ name }) => name));
  return names.flatMap((name) => [
    `${variableOf(name, "url")}=$(${client.get(`"$(${keyOf(name)} | shuf | grep -m 1 /url)"`)})`,
    ...(withHost.has(name)
      ? [`IFS=/: read -r _ _ _ ${variableOf(name, "host")} _ <<< "$${variableOf(name, "url")}"`]
      : []),
  ]);
}

const variableOf = (name: string, attribute: AppAddress["attribute"]): string =>
  `${name.replaceAll("-", "_")}_${attribute}`;

/** A line of an environment file as a word of the shell. */
function line(app: App, { name, value }: EnvironmentVariable): readonly Argument[] {
  const parts = joined(value.parts.map((part) => (isVariable(part) ? part.value : part)));
  const isPlain = parts.every((part) => typeof part !== "string" || PLAIN.test(part));
  const quote = isPlain ? "" : "'\"'";
  return [`${name}=${quote}`, ...parts.map((part) => wordPart(app, part)), quote];
}

/** What an environment file holds without quotes. */
const PLAIN = /^[A-Za-z0-9_@%+=:,./-]+$/;

const isVariable = (part: Part) => typeof part === "object" && part.kind === "variable";

function wordPart(app: App, part: Part): Argument {
  if (typeof part === "string") return shellWord(part.replace(/["\\`$]/g, (character) => `\\${character}`));
  if (isAppAddress(part)) return `"$${variableOf(part.name, part.attribute)}"`;
  if (part.kind === "self" && part.attribute === "address") return `"$${PRIVATE_ADDRESS}"`;
  return part.kind === "self" && part.attribute === "index" ? copyOf(app) : "";
}
