import type { Registry, RegistryLogin } from "../environment/registry.ts";
import type { App, Login, Registry as RegistrySpec, Spec } from "../spec/spec.gen.ts";
import type { Context } from "./context.ts";
import { type KindKeys, refuseForeignKeys, requireKeys } from "./kinds.ts";
import { nameOf } from "./members.ts";
import { flag, textOf, word } from "./read.ts";
import { child, type Element, elements, type Section } from "./section.ts";

type Kind = Registry["kind"]["value"];

const keysOfKinds: KindKeys<Kind> = { tag: ["container"], naming: ["container"], autoBuild: ["container"] };

export const resolveRegistries = (context: Context, spec: Spec): readonly Registry[] =>
  elements<RegistrySpec>(["registry"], spec.registry).flatMap((element) => resolveRegistry(context, spec, element));

function resolveRegistry(context: Context, spec: Spec, element: Element<RegistrySpec>): readonly Registry[] {
  const { name, at } = element;
  const kind = word<Kind>()(context, element, "kind", "container");
  refuseForeignKeys(context, element, kind.value, keysOfKinds);
  requireKeys(context, element, `registry.${name}`, ["url"]);
  const url = textOf(context, element, "url");
  if (url === undefined) return [];
  return [
    {
      name,
      at,
      kind,
      url,
      app: nameOf(context, element, "app", [{ section: "apps", elements: elements<App>(["apps"], spec.apps) }]),
      tag: textOf(context, element, "tag"),
      naming: textOf(context, element, "naming"),
      autoBuild: flag(context, element, "autoBuild", false),
      login: resolveLogin(context, element),
    },
  ];
}

/** A login that a bool var switches stays, with its switch. */
function resolveLogin(context: Context, registry: Element<RegistrySpec>): RegistryLogin | undefined {
  const section = child(registry, "login") as Section<Login> | undefined;
  if (section === undefined) return undefined;
  const enabled = flag(context, section, "enabled", true);
  if (!enabled.value && enabled.variable === undefined) return undefined;
  requireKeys(context, section, `registry.${registry.name}.login`, ["user", "password"]);
  return {
    at: section.at,
    enabled,
    user: textOf(context, section, "user"),
    email: textOf(context, section, "email"),
    password: textOf(context, section, "password"),
  };
}
