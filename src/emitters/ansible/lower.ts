import type { Artifact } from "../../compiler/environment/artifact.ts";
import type { Environment } from "../../compiler/environment/environment.ts";
import { isReleased, type MachineApp } from "../../compiler/environment/machine-app.ts";
import type { Registry } from "../../compiler/environment/registry.ts";
import { type Part, type Scalar, type Text, text } from "../../compiler/environment/text.ts";
import type { Variable } from "../../compiler/environment/variable.ts";
import { derive, ORIGINS, type Traced, traced } from "../../formats/origin.ts";
import { awsProvider } from "../parts/aws-provider.ts";
import { runningGroups } from "./groups.ts";

/** A text as Ansible evaluates it; checks have refused literals that it would take for code, and what it cannot know. */
export const lower = ({ variables }: Environment, text: Text): Traced<string> =>
  traced(text.parts.map((part) => lowerPart(variables, part)).join(""), ...text[ORIGINS]);

function lowerPart(variables: readonly Variable[], part: Part): string {
  if (typeof part === "string") return part;
  if (part.kind === "build") return `{{ build_${part.attribute} }}`;
  if (part.kind !== "variable") throw new Error(`a playbook has no expression for a late-bound ${part.kind}`);
  const isBoolean = variables.find(({ name }) => name === part.name)?.type === "bool";
  // Python writes `True`.
  return isBoolean ? `{{ ${part.name} | lower }}` : `{{ ${part.name} }}`;
}

/** A number, or the variable that it is read from. */
export const lowerNumber = (number: Scalar<number>): Traced<string | number> =>
  derive(number, (value) => (number.variable === undefined ? value : `{{ ${number.variable} }}`));

/** The vars that Ansible reads. */
export function readVariables(environment: Environment): readonly Variable[] {
  const apps = runningGroups(environment).flatMap((running) => running.apps);
  const texts = [...regionOf(environment), ...apps.flatMap(sourcesOf)];
  const names = [...texts.flatMap(namesIn), ...apps.flatMap(({ port }) => port?.variable ?? [])];
  return environment.variables.filter(({ name }) => names.includes(name));
}

/** The region that apps read their settings in. */
export function regionOf(environment: Environment): readonly Text[] {
  const provider = awsProvider(environment);
  return provider === undefined ? [] : [provider.region];
}

/** What is fetched to run an app, and where a release of it lies. */
const sourcesOf = (app: MachineApp): readonly Text[] => {
  if (!isReleased(app)) return [app.image];
  const { registry, version, file, digest } = app.artifact;
  return [registry.url, version, file, ...(digest === undefined ? [] : [digest])];
};

/** The variable that holds the address of a release store: `releases_url`. */
export const storeVariable = ({ name }: Registry): string => `${name.replaceAll("-", "_")}_url`;

/** The stores that releases on machines come from, with their addresses. */
export const readStores = (environment: Environment): Readonly<Record<string, Traced<string>>> =>
  Object.fromEntries(
    runningGroups(environment)
      .flatMap(({ apps }) => apps.filter(isReleased))
      .map(({ artifact: { registry } }) => [storeVariable(registry), lower(environment, registry.url)]),
  );

/** The address of a released file, below the variable of its store. */
export function lowerRelease(environment: Environment, { registry }: Artifact, url: Text): Traced<string> {
  const below = text(url.parts.slice(registry.url.parts.length), url[ORIGINS]);
  return derive(lower(environment, below), (path) => `{{ ${storeVariable(registry)} }}${path}`);
}

const namesIn = ({ parts }: Text): readonly string[] =>
  parts.flatMap((part) => (typeof part === "object" && part.kind === "variable" ? [part.name] : []));
