import type { App } from "../../compiler/environment/app.ts";
import type { Environment } from "../../compiler/environment/environment.ts";
import { isLiteral, literal, type Part, type Text } from "../../compiler/environment/text.ts";
import { expand } from "../parts/expand.ts";
import { isInCatalogue, isItem } from "../parts/nomad-item.ts";
import { firstIndex, holdsWord } from "./runtime.ts";

/** A variable of the process, with all filled in that the spec knows. */
export interface Setting {
  readonly name: string;
  readonly value: Text;
}

/** What a task gets in its `env` block, and what a template has to render for it. */
export interface Settings {
  readonly plain: readonly Setting[];
  readonly rendered: readonly Setting[];
}

export function settingsOf(environment: Environment, app: App): Settings {
  const all = app.env.map(({ name, value }) => ({ name, value: expand(environment, app, value) }));
  return {
    plain: all.filter(({ value }) => !needsTemplate(app, value)),
    rendered: all.filter(({ value }) => needsTemplate(app, value)),
  };
}

/** Texts that a client would change belong there too: what a template renders, it passes on untouched. */
const needsTemplate = (app: App, value: Text): boolean =>
  value.parts.some((part) => isItem(part) || isInCatalogue(part) || isCounted(app, part)) ||
  (isLiteral(value) && holdsWord(literal(value).value)) ||
  value.parts.some((part) => typeof part === "string" && holdsWord(part));

const isCounted = (app: App, part: Part): boolean =>
  typeof part === "object" && part.kind === "self" && part.attribute === "index" && firstIndex(app) !== 0;
