import type { Environment } from "../../compiler/environment/environment.ts";
import type { AttributeReference, Part, Reference, Text } from "../../compiler/environment/text.ts";
import { composedSecret } from "../parts/composed-secret.ts";
import { type BoundValue, boundValue } from "../parts/kubernetes-bound-value.ts";
import { operatedValue } from "../parts/operated-databases.ts";
import { appAddress, appNamed } from "./app-address.ts";

/** A reference that a pod has no value for. */
export interface Unbound {
  readonly unbound: Reference;
}

/** What becomes of a part of a text: characters, a value that the pod reads, or neither. */
export type LoweredPart = string | BoundValue | Unbound;

/** A text as a container takes it; a composed secret is taken apart, so that its parts alone need to be kept. */
export const lowerText = (environment: Environment, { parts }: Pick<Text, "parts">): readonly LoweredPart[] =>
  parts.flatMap((part) => lowerPart(environment, part));

export const isBound = (part: LoweredPart): part is BoundValue => typeof part === "object" && "variable" in part;

export const isUnbound = (part: LoweredPart): part is Unbound => typeof part === "object" && "unbound" in part;

function lowerPart(environment: Environment, part: Part): readonly LoweredPart[] {
  if (typeof part === "string") return [part];
  if (part.kind === "variable") return [part.value];
  const composed = part.kind === "secret" ? composedSecret(environment, part.name) : undefined;
  if (composed) return lowerText(environment, composed);
  if (part.kind === "attribute" && part.section === "apps") return [address(environment, part)];
  return [operatedValue(environment, part) ?? boundValue(part) ?? { unbound: part }];
}

function address(environment: Environment, reference: AttributeReference): LoweredPart {
  const app = appNamed(environment, reference.name);
  return (app && appAddress(app, reference.attribute)) ?? { unbound: reference };
}
