import type { Configuration, DeclaredObject } from "./configuration.ts";
import type { ArgumentSchema, BodySchema, ProviderSchema } from "./schema.ts";
import { collectionOf, isNestedBlock, own, readableOf, typeSchema } from "./schema.ts";
import type { Step, Traversal } from "./traversal.ts";

/** What a reference means: a fault, or a value whose kind is known or not. */
export type Resolution = { readonly fault: string } | { readonly kind: string | undefined };

const UNKNOWN: Resolution = { kind: undefined };

/** Follows a reference to the block that declares it and to the attribute of the provider that it reads. */
export function resolve(
  { text, root, steps }: Traversal,
  configuration: Configuration,
  schemas: readonly ProviderSchema[],
): Resolution {
  const name = nameOf(steps[0]);
  const named = own({ var: configuration.variables, local: configuration.locals, module: configuration.modules }, root);
  if (named !== undefined) return named.has(name) ? UNKNOWN : undeclared(text);
  const isData = root === "data";
  const address = [root, ...steps.slice(0, isData ? 2 : 1).map(nameOf)].join(".");
  const object = configuration.objects.get(address);
  return object === undefined ? undeclared(text) : ofObject(text, object, steps.slice(isData ? 2 : 1), schemas);
}

const undeclared = (text: string): Resolution => ({ fault: `reads \`${text}\`, which nothing declares` });

const nameOf = (step: Step | undefined): string => (step?.kind === "attribute" ? step.name : "");

function ofObject(
  text: string,
  { section, type, address, repeated }: DeclaredObject,
  steps: readonly Step[],
  schemas: readonly ProviderSchema[],
): Resolution {
  const [first, ...rest] = steps;
  if (first === undefined) return UNKNOWN;
  if (repeated && first.kind === "attribute")
    return { fault: `reads \`${text}\`, but ${address} has \`count\` or \`for_each\`` };
  if (!repeated && first.kind === "index")
    return { fault: `reads \`${text}\`, but ${address} has neither \`count\` nor \`for_each\`` };
  const schema = typeSchema(schemas, section, type);
  if (schema === undefined) return UNKNOWN;
  return first.kind === "attribute" ? ofBody(text, schema, steps) : afterStep(first, ofBody(text, schema, rest));
}

function ofBody(text: string, body: BodySchema, [first, ...rest]: readonly Step[]): Resolution {
  if (first?.kind !== "attribute") return UNKNOWN;
  const found = readableOf(body, first.name);
  return found === undefined ? { fault: noSuch(text, first.name) } : ofValue(text, found, kindOf(found), rest);
}

const noSuch = (text: string, name: string): string => `reads \`${text}\`, which has no attribute \`${name}\``;

/** A nested block is read as a list, one with a single element when it can be there once. */
const kindOf = (schema: ArgumentSchema): string => (isNestedBlock(schema) ? "list(object)" : schema.kind);

function ofValue(text: string, body: BodySchema, kind: string, steps: readonly Step[]): Resolution {
  const [first, ...rest] = steps;
  if (kind === "any") return UNKNOWN;
  if (first === undefined) return { kind };
  if (kind === "object") return ofBody(text, body, steps);
  const collection = collectionOf(kind);
  if (collection?.outer === "map") return first.kind === "splat" ? UNKNOWN : { kind: collection.element };
  if (collection === undefined || first.kind === "attribute" || (collection.outer === "set" && first.kind === "index"))
    return { fault: `reads \`${text}\`, but goes into a ${kind} with \`${written(first)}\`` };
  return afterStep(first, ofValue(text, body, collection.element, rest));
}

const written = (step: Step): string =>
  step.kind === "attribute" ? `.${step.name}` : step.kind === "index" ? `[${step.code}]` : "[*]";

/** `[*]` gathers what follows it into a list. */
const afterStep = (step: Step, resolution: Resolution): Resolution =>
  step.kind === "splat" && "kind" in resolution && resolution.kind !== undefined
    ? { kind: `list(${resolution.kind})` }
    : resolution;
