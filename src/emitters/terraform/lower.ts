import type { Environment } from "../../compiler/environment/environment.ts";
import type { Secret } from "../../compiler/environment/secret.ts";
import {
  type AttributeReference,
  type Part,
  type Scalar,
  type SelfReference,
  type Text,
  wholeReference,
} from "../../compiler/environment/text.ts";
import { call, type Expression, reference, template } from "../../formats/hcl/tree.ts";
import { ORIGINS, type Traced, traced } from "../../formats/origin.ts";
import type { Lowered, Platform, SelfLowering } from "./platform.ts";

/** How references of a text are written; a platform has its own way for attributes. */
export interface Lowering {
  readonly environment: Environment;
  readonly attribute: (reference: AttributeReference) => Lowered;
  readonly self?: SelfLowering;
}

/** How a text of an environment is written; `self` is the machine that is declared. */
export type Lower = (environment: Environment, text: Text, self?: SelfLowering) => Traced<Expression>;

/** Texts as a platform writes them, which knows its attributes. */
export const textLowering =
  (attribute: Platform["attribute"]): Lower =>
  (environment, text, self) =>
    lowerText(
      {
        environment,
        attribute: (reference) => attribute(environment, reference),
        ...(self === undefined ? {} : { self }),
      },
      text,
    );

/** A scalar as it is, or the input that it is read from. */
export const scalar = (of: Scalar<string | number | boolean>): Traced<Expression> =>
  of.variable === undefined
    ? traced(of.value, ...of[ORIGINS])
    : traced(reference(`var.${of.variable}`), ...of[ORIGINS]);

/** A text as a string: a literal, a reference, or a template of both. */
export function lowerText(lowering: Lowering, of: Text): Traced<Expression> {
  const parts = of.parts.map((part) => joined(lowerPart(lowering, part)));
  return traced(parts.length === 0 ? "" : onlyOrTemplate(parts), ...of[ORIGINS]);
}

/** A text that holds inputs at most, and the number of a machine where it is declared; checks have refused the rest. */
export const lowerFixed = (environment: Environment, of: Text, self?: SelfLowering): Traced<Expression> =>
  lowerText({ environment, attribute: neverKnown, ...(self === undefined ? {} : { self }) }, of);

function neverKnown({ section, name, attribute }: AttributeReference): never {
  throw new Error(`\`${section}.${name}.${attribute}\` is not known here`);
}

/** A text that is one reference keeps the reference's type; others are strings. */
export function lowerValue(lowering: Lowering, of: Text): Traced<Expression> {
  const whole = wholeReference(of);
  return whole === undefined ? lowerText(lowering, of) : traced(lowerPart(lowering, whole).value, ...of[ORIGINS]);
}

function onlyOrTemplate(parts: readonly Expression[]): Expression {
  const [only] = parts;
  return parts.length === 1 && only !== undefined ? only : template(...parts);
}

const joined = ({ value, isList }: Lowered): Expression => (isList ? call("join", ",", value) : value);

const one = (value: Expression): Lowered => ({ value, isList: false });

function lowerPart(lowering: Lowering, part: Part): Lowered {
  if (typeof part === "string") return one(part);
  switch (part.kind) {
    case "variable":
      return one(reference(`var.${part.name}`));
    case "secret":
      return one(lowerSecret(lowering, part.name));
    case "attribute":
      return lowering.attribute(part);
    case "self":
      return one(lowerSelf(lowering, part));
    case "build":
      return one(reference(`var.${buildVariable(part.attribute)}`));
  }
}

/** The input through which a pipeline says what it has built. */
export const buildVariable = (attribute: "commit" | "branch" | "tag"): string => `build_${attribute}`;

function lowerSelf({ self }: Lowering, part: SelfReference): Expression {
  if (self === undefined) throw new Error(`\`self.${part.attribute}\` has no meaning here`);
  return self(part);
}

function lowerSecret(lowering: Lowering, name: string): Expression {
  const secret = lowering.environment.secrets.find((candidate) => candidate.name === name);
  if (secret === undefined) throw new Error(`no secret is named \`${name}\``);
  return lowerSource(lowering, secret);
}

function lowerSource(lowering: Lowering, { name, source }: Secret): Expression {
  switch (source.kind) {
    case "env":
    case "file":
    case "vault":
      return reference(`var.${name}`);
    case "generate":
      return reference(`random_password.${name}.result`);
    case "from":
    case "template":
      return lowerText(lowering, source.text).value;
  }
}
