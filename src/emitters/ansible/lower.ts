import type { App } from "../../compiler/environment/app.ts";
import type { Environment } from "../../compiler/environment/environment.ts";
import type { Part, Scalar, Text } from "../../compiler/environment/text.ts";
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
  const texts = [...regionOf(environment), ...apps.map(imageOf)];
  const names = [...texts.flatMap(namesIn), ...apps.flatMap(({ port }) => port?.variable ?? [])];
  return environment.variables.filter(({ name }) => names.includes(name));
}

/** The region that apps read their settings in. */
export function regionOf(environment: Environment): readonly Text[] {
  const provider = awsProvider(environment);
  return provider === undefined ? [] : [provider.region];
}

const imageOf = ({ image }: App): Text => image;

const namesIn = ({ parts }: Text): readonly string[] =>
  parts.flatMap((part) => (typeof part === "object" && part.kind === "variable" ? [part.name] : []));
