import type { App } from "../../compiler/environment/app.ts";
import type { Environment } from "../../compiler/environment/environment.ts";
import type { Part, SelfReference, VariableReference } from "../../compiler/environment/text.ts";
import { call, type Expression, reference, template } from "../../formats/hcl/tree.ts";
import { type CatalogueReference, isInCatalogue, isItem, itemKey } from "../parts/nomad-item.ts";
import { consulOf } from "./catalogue.ts";
import { firstIndex, selfName } from "./runtime.ts";

/** Where the values of a setting come from: the Nomad variable of the job, or the catalogue's entry of an app. */
export type Source = "*" | `${string}`;

export const VARIABLE: Source = "*";

/** What opens a section of a template in which the values of a source can be read. */
export function opening(app: App, source: Source, isAlone: boolean): string {
  const name = isAlone ? "" : `${nameOf(source)} := `;
  if (source === VARIABLE) return `{{ with ${name}nomadVar "nomad/jobs/${app.name}" }}\n`;
  // Consul gives all healthy instances, in an order that stays.
  if (consulOf(app) !== undefined) return `{{ with service "${source}" }}{{ with ${name}index . 0 }}\n`;
  return `{{ range ${name}nomadService 1 (env "NOMAD_ALLOC_ID") "${source}" }}\n`;
}

export const closing = (app: App, source: Source): string =>
  source !== VARIABLE && consulOf(app) !== undefined ? "{{ end }}{{ end }}\n" : "{{ end }}\n";

/** `{{ … }}` for a text: one operand or several printed together, quoted as a value of an environment file. */
export function action(
  environment: Environment,
  app: App,
  parts: readonly Part[],
  sources: readonly Source[],
): Expression {
  const operands = parts.flatMap((part) => operandsOf(environment, app, part, sources));
  const printed = operands.length > 1 ? "print " : "";
  const spaced = operands.flatMap((operand, index) => (index === 0 ? [operand] : [" ", operand]));
  return template("{{ ", printed, ...spaced, " | toJSON }}");
}

function operandsOf(environment: Environment, app: App, part: Part, sources: readonly Source[]): readonly Expression[] {
  if (typeof part === "string") return [JSON.stringify(part)];
  if (isInCatalogue(part)) return address(part, element(part.name, sources));
  if (isItem(part)) return [`${element(VARIABLE, sources)}.${itemKey(part)}.Value`];
  if (part.kind === "variable") return [inputOperand(environment, part)];
  if (part.kind === "build") return [call("jsonencode", reference(`var.build_${part.attribute}`))];
  return [part.kind === "self" ? selfOperand(environment, app, part) : ""];
}

const address = ({ attribute }: CatalogueReference, instance: string): readonly Expression[] =>
  attribute === "url" ? ['"http://"', `${instance}.Address`, '":"', `${instance}.Port`] : [`${instance}.Address`];

/** Numbers and booleans need no escape, and would come out of `jsonencode` without the quotes that make them text. */
function inputOperand({ variables }: Environment, { name }: VariableReference): Expression {
  const value = reference(`var.${name}`);
  const isText = variables.find((variable) => variable.name === name)?.type === "string";
  return isText ? call("jsonencode", value) : template('"', value, '"');
}

function selfOperand(environment: Environment, app: App, { attribute }: SelfReference): string {
  if (attribute === "name") return JSON.stringify(app.name);
  const read = `env ${JSON.stringify(selfName(environment, attribute) ?? "")}`;
  const first = firstIndex(app);
  return attribute === "index" && first !== 0 ? `(${read} | parseInt | add ${first} | printf "%d")` : `(${read})`;
}

/** A section with one source calls it `.`, sections in each other go by name. */
const element = (source: Source, sources: readonly Source[]): string => (sources.length === 1 ? "" : nameOf(source));

const nameOf = (source: Source): string => (source === VARIABLE ? "$job" : `$service_${source.replaceAll("-", "_")}`);
