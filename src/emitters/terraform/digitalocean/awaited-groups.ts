import type { Environment } from "../../../compiler/environment/environment.ts";
import { processesOf } from "../../../compiler/environment/machine-app.ts";
import type { AttributeReference, Part, Text } from "../../../compiler/environment/text.ts";
import type { SpecPath } from "../../../formats/origin.ts";
import { deployedSettings } from "../settings.ts";

/** A group whose machines are told addresses of another's, and the setting that says so. */
export interface AwaitedGroup {
  readonly waiting: string;
  readonly group: string;
  readonly at: SpecPath;
}

export const groupsAwaited = (environment: Environment): readonly AwaitedGroup[] =>
  deployedSettings(environment).flatMap(({ app, setting: { at, value } }) =>
    groupsIn(environment, value).map((group) => ({ waiting: app.runsOn?.name ?? "", group, at })),
  );

const groupsIn = (environment: Environment, { parts }: Text): readonly string[] =>
  parts.flatMap((part) => groupsOf(environment, part));

/** Routed apps are found by their host, whoever serves it. */
function groupsOf(environment: Environment, part: Part): readonly string[] {
  if (typeof part === "string") return [];
  if (part.kind === "secret") {
    const source = environment.secrets.find(({ name }) => name === part.name)?.source;
    return source?.kind === "from" || source?.kind === "template" ? groupsIn(environment, source.text) : [];
  }
  if (part.kind !== "attribute") return [];
  if (part.section === "instances") return [part.name];
  if (part.section === "database") return databaseGroup(environment, part);
  const app = part.section === "apps" ? processesOf(environment).find(({ name }) => name === part.name) : undefined;
  return app?.runsOn === undefined || app.routes.length > 0 ? [] : [app.runsOn.name];
}

const databaseGroup = (
  { selfHostedDatabases }: Environment,
  { name, attribute }: AttributeReference,
): readonly string[] => {
  const group = selfHostedDatabases.find((database) => database.name === name)?.group;
  return group !== undefined && (attribute === "host" || attribute === "url") ? [group.name] : [];
};
