import type { App, EnvironmentVariable } from "../../compiler/environment/app.ts";
import type { Environment } from "../../compiler/environment/environment.ts";
import type { Text } from "../../compiler/environment/text.ts";
import { by } from "../../compiler/rules.ts";
import { ORIGINS, type Origins, type Traced, traced } from "../../formats/origin.ts";
import type { YamlNode } from "../../formats/yaml/tree.ts";
import type { BoundValue, ValueSource } from "../parts/kubernetes-bound-value.ts";
import { isBound, type LoweredPart, lowerText } from "./lower.ts";

/** The variables of an app's container, and how its other strings read them. */
export interface ContainerVariables {
  readonly env: readonly YamlNode[] | undefined;
  readonly fill: (text: Text) => Traced<string>;
}

interface Variable {
  readonly name: string;
  readonly parts: readonly LoweredPart[];
  readonly origins: Origins;
}

export function containerVariables(environment: Environment, app: App): ContainerVariables {
  const own = app.env.map((variable) => ownVariable(environment, variable));
  const strings = [...(app.command ?? []), ...(app.args ?? [])].map((text) => stringOf(environment, text));
  const embedded = embeddedValues([...own.filter(({ parts }) => wholeValue(parts) === undefined), ...strings]);
  const helpers = helperVariables(own, embedded);
  const names = new Map([...helpers, ...own].flatMap(({ name, parts }) => variableOf(parts, name)));
  const isEmbedded = ({ parts }: Variable): boolean => embedded.has(wholeValue(parts)?.variable ?? "");
  const variables = sorted([...own, ...helpers], isEmbedded).map((variable) => entry(variable, names));
  return {
    env: variables.length === 0 ? undefined : variables,
    fill: (text) => traced(filled(lowerText(environment, text), names), ...text[ORIGINS]),
  };
}

const ownVariable = (environment: Environment, { name, value }: EnvironmentVariable): Variable => ({
  ...stringOf(environment, value),
  name,
});

const stringOf = (environment: Environment, text: Text): Omit<Variable, "name"> => ({
  parts: lowerText(environment, text),
  origins: text[ORIGINS],
});

/** The value that is the whole of a text, which Kubernetes reads without a variable in between. */
function wholeValue(parts: readonly LoweredPart[]): BoundValue | undefined {
  const [part] = parts;
  return parts.length === 1 && part !== undefined && isBound(part) ? part : undefined;
}

const variableOf = (parts: readonly LoweredPart[], name: string): readonly (readonly [string, string])[] => {
  const value = wholeValue(parts);
  return value === undefined ? [] : [[value.variable, name]];
};

/** The values that strings hold, each once, with the reasons of the first string that does. */
function embeddedValues(strings: readonly Omit<Variable, "name">[]): ReadonlyMap<string, Omit<Variable, "name">> {
  const values = new Map<string, Omit<Variable, "name">>();
  for (const { parts, origins } of strings) {
    for (const part of parts.filter(isBound)) {
      if (!values.has(part.variable)) values.set(part.variable, { parts: [part], origins });
    }
  }
  return values;
}

/** A variable for each embedded value that the app has none for. */
function helperVariables(
  own: readonly Variable[],
  embedded: ReadonlyMap<string, Omit<Variable, "name">>,
): readonly Variable[] {
  const held = new Set(own.map(({ parts }) => wholeValue(parts)?.variable));
  const taken = new Set(own.map(({ name }) => name));
  return [...embedded]
    .filter(([variable]) => !held.has(variable))
    .map(([variable, { parts, origins }]) => ({
      name: unused(variable, taken),
      parts,
      origins: origins.map(({ at }) => by("kubernetes-variable", at)),
    }));
}

const unused = (name: string, taken: ReadonlySet<string>): string =>
  taken.has(name) ? unused(`${name}_`, taken) : name;

/** In order of name; but `$(NAME)` is filled in only from variables that stand before it. */
function sorted(variables: readonly Variable[], isEmbedded: (variable: Variable) => boolean): readonly Variable[] {
  const ordered = variables.toSorted((left, right) => (left.name < right.name ? -1 : 1));
  return [...ordered.filter(isEmbedded), ...ordered.filter((variable) => !isEmbedded(variable))];
}

function entry({ name, parts, origins }: Variable, names: ReadonlyMap<string, string>): YamlNode {
  const value = wholeValue(parts);
  const content = value ? { valueFrom: valueFrom(value.source, origins) } : { value: filled(parts, names) };
  return traced({ name, ...content }, ...origins);
}

function valueFrom(source: ValueSource, origins: Origins): YamlNode {
  if (source.kind === "field") return { fieldRef: { fieldPath: source.path } };
  const reference = { name: source.object, key: source.key };
  return traced(
    source.kind === "secret" ? { secretKeyRef: reference } : { configMapKeyRef: reference },
    ...origins.map(({ at }) => by("kubernetes-late-bound", at)),
  );
}

const filled = (parts: readonly LoweredPart[], names: ReadonlyMap<string, string>): string =>
  parts.map((part) => (typeof part === "string" ? escaped(part) : reading(part, names))).join("");

function reading(part: Exclude<LoweredPart, string>, names: ReadonlyMap<string, string>): string {
  const name = isBound(part) ? names.get(part.variable) : undefined;
  if (name === undefined) throw new Error("a reference without a value has passed the checks");
  return `$(${name})`;
}

/** Kubernetes reads `$$` as `$` and `$(NAME)` as the variable, whatever was meant. */
const escaped = (characters: string): string => characters.split("$").join("$$");
