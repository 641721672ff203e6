import type { Environment } from "../../compiler/environment/environment.ts";
import type { State } from "../../compiler/environment/state.ts";
import { type Part, type Text, text } from "../../compiler/environment/text.ts";
import { hasComponents } from "../../compiler/layout.ts";
import { ORIGINS } from "../../formats/origin.ts";

/** The environment as the module of a component knows it: with `layout: component` each has a state of its own. */
export const ofComponent = (environment: Environment, component: string): Environment =>
  environment.state === undefined || !hasComponents(environment)
    ? environment
    : { ...environment, state: { ...environment.state, key: keyOf(environment, environment.state, component) } };

/** `cluster/terraform.tfstate` of the component `web` is `cluster/web/terraform.tfstate`. */
function keyOf(environment: Environment, state: State, component: string): Text | undefined {
  if (state.kind.value === "local") return undefined;
  if (state.key === undefined)
    return text([firstPart(environment, state), component, fileOf(state)], [{ at: state.at }]);
  const last = state.key.parts.at(-1);
  const [, folder = "", file = ""] = /^(.*\/)?([^/]*)$/s.exec(typeof last === "string" ? last : "") ?? [];
  const front = typeof last === "string" ? state.key.parts.slice(0, -1) : [...state.key.parts, "/"];
  const parts: readonly Part[] =
    state.kind.value === "gcs"
      ? [...state.key.parts, `/${component}`]
      : [...front, `${folder}${component}/${file || "terraform.tfstate"}`];
  return text(joined(parts), state.key[ORIGINS]);
}

const firstPart = ({ name, environment }: Environment, { workspaces }: State): string =>
  workspaces.value ? `${name.value}/` : `${name.value}/${environment.value}/`;

const fileOf = ({ kind }: State): string => (kind.value === "s3" ? "/terraform.tfstate" : "");

/** Texts that follow each other are one. */
const joined = (parts: readonly Part[]): readonly Part[] =>
  parts.reduce<readonly Part[]>((all, part) => {
    const last = all.at(-1);
    return typeof last === "string" && typeof part === "string" ? [...all.slice(0, -1), last + part] : [...all, part];
  }, []);
