import { ORIGINS, type Origins, type Traced, traced } from "../../formats/origin.ts";

/** A scalar of the spec: the value specc compiles with, why it is there, and the var that it is read from, if it is the whole of one. */
export interface Scalar<T> extends Traced<T> {
  readonly variable?: string;
}

/** `${vars.release}`: known when compiling, and an input of tools that have inputs. */
export interface VariableReference {
  readonly kind: "variable";
  readonly name: string;
  readonly value: string;
}

/** `${secrets.payment_key}`: known to the deploying tool alone. */
export interface SecretReference {
  readonly kind: "secret";
  readonly name: string;
}

/** Sections whose elements have attributes that only the deployment knows. */
export type AttributeSection =
  "apps" | "instances" | "database" | "loadBalancer" | "ingress" | "images" | "cluster" | "storage";

/** `${database.main.host}`: known only once it is deployed. */
export interface AttributeReference {
  readonly kind: "attribute";
  readonly section: AttributeSection;
  readonly name: string;
  readonly attribute: string;
}

/** `${self.index}`: the element, machine or replica that reads it. */
export interface SelfReference {
  readonly kind: "self";
  readonly attribute: "name" | "index" | "zone" | "address";
}

/** `${build.commit}`: what the pipeline builds. */
export interface BuildReference {
  readonly kind: "build";
  readonly attribute: "commit" | "branch" | "tag";
}

export type Reference = VariableReference | SecretReference | AttributeReference | SelfReference | BuildReference;
export type Part = string | Reference;

/** A string of the spec, with the references in it; emitters lower each to the form that their tool has for it. */
export interface Text {
  readonly [ORIGINS]: Origins;
  readonly parts: readonly Part[];
}

export const text = (parts: readonly Part[], origins: Origins): Text => ({ [ORIGINS]: origins, parts });

/** The references that are not known when compiling. */
export const lateBound = (of: Text): readonly Exclude<Reference, VariableReference>[] =>
  of.parts.filter(
    (part): part is Exclude<Reference, VariableReference> => typeof part !== "string" && part.kind !== "variable",
  );

/** The string that specc compiles with; a text with late-bound parts has none, and asking for it is a bug in specc. */
export function literal(of: Text): Traced<string> {
  const words = of.parts.map((part) => {
    if (typeof part === "string") return part;
    if (part.kind === "variable") return part.value;
    throw new Error(`a late-bound ${part.kind} has no literal`);
  });
  return traced(words.join(""), ...of[ORIGINS]);
}

export const isLiteral = (of: Text): boolean => lateBound(of).length === 0;

/** The one reference that is the whole of a text. */
export const wholeReference = (of: Text): Reference | undefined => {
  const [part] = of.parts;
  return of.parts.length === 1 && typeof part === "object" ? part : undefined;
};

/** Attributes that are of type secret, by section. */
const secretAttributes: Readonly<Partial<Record<AttributeSection, readonly string[]>>> = {
  database: ["password", "url"],
};

export const isSecret = (part: Part): boolean =>
  typeof part !== "string" &&
  (part.kind === "secret" ||
    (part.kind === "attribute" && (secretAttributes[part.section]?.includes(part.attribute) ?? false)));

export const holdsSecret = (of: Text): boolean => of.parts.some(isSecret);
