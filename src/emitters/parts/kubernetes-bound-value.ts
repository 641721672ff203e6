import type {
  AttributeReference,
  AttributeSection,
  Reference,
  SelfReference,
} from "../../compiler/environment/text.ts";
import { isSecret } from "../../compiler/environment/text.ts";

/** Where a pod finds a value that specc does not know. */
export type ValueSource =
  | { readonly kind: "configMap" | "secret"; readonly object: string; readonly key: string }
  | { readonly kind: "field"; readonly path: string };

/** A value that the pod reads when it starts, and the variable that holds it where only variables are read. */
export interface BoundValue {
  readonly variable: string;
  readonly source: ValueSource;
  readonly reference: Reference;
}

/** The objects that hold the attributes of elements; the sections that are not here have none that a pod could read. */
const objectNames: Readonly<Partial<Record<AttributeSection, string>>> = {
  database: "database",
  instances: "instances",
  loadBalancer: "load-balancer",
};

const podFields: Readonly<Partial<Record<SelfReference["attribute"], string>>> = {
  name: "metadata.name",
  address: "status.podIP",
};

/** The value of a reference inside a pod, or nothing when Kubernetes has none. */
export function boundValue(reference: Reference): BoundValue | undefined {
  switch (reference.kind) {
    case "secret":
      return {
        variable: variableName("secret", reference.name),
        source: { kind: "secret", object: secretObject(reference.name), key: reference.name },
        reference,
      };
    case "attribute":
      return boundAttribute(reference);
    case "self": {
      const path = podFields[reference.attribute];
      return path === undefined
        ? undefined
        : { variable: variableName("pod", reference.attribute), source: { kind: "field", path }, reference };
    }
    default:
      return undefined;
  }
}

function boundAttribute(reference: AttributeReference): BoundValue | undefined {
  const { section, name, attribute } = reference;
  const kind = objectNames[section];
  if (kind === undefined) return undefined;
  return {
    variable: variableName(kind, name, attribute),
    source: { kind: isSecret(reference) ? "secret" : "configMap", object: `${kind}-${name}`, key: attribute },
    reference,
  };
}

/** Object names are DNS names, which have no underscore and no capitals. */
export const secretObject = (name: string): string => name.toLowerCase().replaceAll("_", "-");

const variableName = (...words: readonly string[]): string => words.join("_").toUpperCase().replaceAll("-", "_");
