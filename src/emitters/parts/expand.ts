import type { App } from "../../compiler/environment/app.ts";
import type { Environment } from "../../compiler/environment/environment.ts";
import { type AttributeReference, type Part, type Text, text } from "../../compiler/environment/text.ts";
import { ORIGINS, type Origins } from "../../formats/origin.ts";

/** Parts that are known after all, and the places that say so. */
interface Known {
  readonly parts: readonly Part[];
  readonly origins: Origins;
}

/** A text in which every reference whose value the spec itself gives is replaced by that value. */
export function expand(environment: Environment, app: App, of: Text): Text {
  const known = of.parts.map((part) => knownPart(environment, app, part));
  return text(
    known.flatMap(({ parts }) => parts),
    [...of[ORIGINS], ...known.flatMap(({ origins }) => origins)],
  );
}

function knownPart(environment: Environment, app: App, part: Part): Known {
  if (typeof part === "string") return asItIs(part);
  if (part.kind === "self" && part.attribute === "name") return asItIs(app.name);
  if (part.kind === "secret") return composedSecret(environment, app, part.name) ?? asItIs(part);
  if (part.kind === "attribute") return knownAttribute(environment, part) ?? asItIs(part);
  return asItIs(part);
}

const asItIs = (part: Part): Known => ({ parts: [part], origins: [] });

/** A secret made of others is put together by who reads it, so that it is kept nowhere twice. */
function composedSecret(environment: Environment, app: App, name: string): Known | undefined {
  const source = environment.secrets.find((secret) => secret.name === name)?.source;
  if (source?.kind !== "from" && source?.kind !== "template") return undefined;
  const inner = expand(environment, app, source.text);
  return { parts: inner.parts, origins: inner[ORIGINS] };
}

function knownAttribute(environment: Environment, part: AttributeReference): Known | undefined {
  if (part.section === "apps" && part.attribute === "publicUrl") return publicUrl(environment, part.name);
  if (part.section === "database") return databaseSetting(environment, part);
  return undefined;
}

function publicUrl({ apps }: Environment, name: string): Known | undefined {
  const route = apps.find((app) => app.name === name)?.routes[0];
  if (route === undefined) return undefined;
  const scheme = route.certificate === undefined ? "http://" : "https://";
  const path = route.path.parts.join("") === "/" ? [] : route.path.parts;
  return { parts: [scheme, ...route.host.parts, ...path], origins: [...route.host[ORIGINS], ...route.path[ORIGINS]] };
}

function databaseSetting({ databases }: Environment, { name, attribute }: AttributeReference): Known | undefined {
  const database = databases.find((candidate) => candidate.name === name);
  const isWritten = attribute === "database" || attribute === "user" || attribute === "port";
  if (database === undefined || !isWritten) return undefined;
  const setting = database[attribute];
  return { parts: [String(setting.value)], origins: setting[ORIGINS] };
}
