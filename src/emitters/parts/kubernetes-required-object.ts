import type { App } from "../../compiler/environment/app.ts";
import type { Environment } from "../../compiler/environment/environment.ts";
import type { Text } from "../../compiler/environment/text.ts";
import { composedSecret } from "./composed-secret.ts";
import { type BoundValue, boundValue } from "./kubernetes-bound-value.ts";
import { operatedValue } from "./operated-databases.ts";

/** A ConfigMap or Secret that pods read and that specc, which knows no late-bound value, does not write. */
export interface RequiredObject {
  readonly kind: "configMap" | "secret";
  readonly name: string;
  readonly entries: ReadonlyMap<string, BoundValue>;
}

/** The texts that a container's variables may stand in. */
export const containerTexts = (app: App): readonly Text[] => [
  ...app.env.map(({ value }) => value),
  ...(app.command ?? []),
  ...(app.args ?? []),
];

/** In order of kind and name, with their keys in order of name. */
export function requiredObjects(environment: Environment): readonly RequiredObject[] {
  const values = environment.apps
    .flatMap(containerTexts)
    .flatMap((text) => valuesIn(environment, text))
    .toSorted((left, right) => (identity(left) < identity(right) ? -1 : 1));
  return values.reduce<readonly RequiredObject[]>(withValue, []);
}

/** A composed secret is taken apart, so that its parts alone need to be kept. */
const valuesIn = (environment: Environment, { parts }: Text): readonly BoundValue[] =>
  parts.flatMap((part) => {
    if (typeof part === "string") return [];
    const composed = part.kind === "secret" ? composedSecret(environment, part.name) : undefined;
    if (composed !== undefined) return valuesIn(environment, composed);
    return operatedValue(environment, part) === undefined ? (boundValue(part) ?? []) : [];
  });

const identity = ({ source }: BoundValue): string =>
  source.kind === "field" ? "" : [source.kind, source.object, source.key].join(" ");

/** Values come in order, so one belongs to the last object or to a new one. */
function withValue(objects: readonly RequiredObject[], value: BoundValue): readonly RequiredObject[] {
  const { source } = value;
  if (source.kind === "field") return objects;
  const last = objects.at(-1);
  const isSame = last?.kind === source.kind && last.name === source.object;
  const entries = new Map([...(isSame ? last.entries : []), [source.key, value]]);
  return [...(isSame ? objects.slice(0, -1) : objects), { kind: source.kind, name: source.object, entries }];
}
