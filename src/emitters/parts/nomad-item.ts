import type { App } from "../../compiler/environment/app.ts";
import type { Environment } from "../../compiler/environment/environment.ts";
import type { AttributeReference, Part, SecretReference } from "../../compiler/environment/text.ts";
import { expand } from "./expand.ts";
import { loginOf } from "./registry-login.ts";

/** What a task reads from the Nomad variable of its job, `nomad/jobs/<app>`. */
export type Item = SecretReference | AttributeReference;

const ADDRESSES: ReadonlySet<string> = new Set(["url", "host"]);

/** What Nomad's own catalogue of services knows. */
export type CatalogueReference = AttributeReference & { readonly section: "apps" };

export const isInCatalogue = (part: Part): part is CatalogueReference =>
  typeof part === "object" && part.kind === "attribute" && part.section === "apps" && ADDRESSES.has(part.attribute);

export const isItem = (part: Part): part is Item =>
  typeof part === "object" && (part.kind === "secret" || part.kind === "attribute") && !isInCatalogue(part);

/** Its name there; names of elements have no underscore of their own, so no two attributes meet. */
export const itemKey = (item: Item): string =>
  item.kind === "secret" ? item.name : [item.section, item.name, item.attribute].join("_").replaceAll("-", "_");

/** How the spec writes it. */
export const sourceOf = (item: Item): string =>
  item.kind === "secret" ? `\${secrets.${item.name}}` : `\${${item.section}.${item.name}.${item.attribute}}`;

/** All that somebody has to put into the Nomad variable of an app's job, each once, in order of name. */
export function itemsOf(environment: Environment, app: App): readonly Item[] {
  const password = loginOf(app)?.password;
  const texts = [...app.env.map(({ value }) => value), ...(password === undefined ? [] : [password])];
  const items = texts.flatMap((value) => expand(environment, app, value).parts.filter(isItem));
  const bySource = new Map(items.map((item) => [sourceOf(item), item]));
  return [...bySource.values()].sort((a, b) => (itemKey(a) < itemKey(b) ? -1 : 1));
}
