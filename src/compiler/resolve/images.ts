import { ORIGINS, traced, tracedBy } from "../../formats/origin.ts";
import { diagnose } from "../diagnostics/diagnostic.ts";
import type { Build, ContainerImage, MachineImage } from "../environment/image.ts";
import type { Registry } from "../environment/registry.ts";
import { type Part, type Text, text } from "../environment/text.ts";
import { from } from "../rules.ts";
import type { App, Image, Spec } from "../spec/spec.gen.ts";
import type { Context } from "./context.ts";
import { type KindKeys, refuseForeignKeys } from "./kinds.ts";
import { optional } from "./lookup.ts";
import { nameOf } from "./members.ts";
import { string, textOf, word } from "./read.ts";
import { child, type Element, elements } from "./section.ts";

export interface ResolvedImages {
  readonly machine: readonly MachineImage[];
  readonly container: readonly ContainerImage[];
}

export function resolveImages(context: Context, spec: Spec, registries: readonly Registry[]): ResolvedImages {
  const all = elements<Image>(["images"], spec.images);
  for (const { name, at, value } of all)
    if (value.kind === undefined) context.report(diagnose("missing-key", at, { key: "kind", where: `images.${name}` }));
  const ofKind = (kind: string) => all.filter(({ value }) => value.kind === kind);
  return {
    machine: ofKind("machine").flatMap((element) => resolveMachineImage(context, element)),
    container: ofKind("container").flatMap((element) => resolveContainerImage(context, spec, element, registries)),
  };
}

const keysOfKinds: KindKeys<"machine" | "container"> = {
  name: ["machine"],
  installs: ["machine"],
  user: ["machine"],
  size: ["machine"],
  registry: ["container"],
  archive: ["container"],
  packages: ["container"],
  packageCache: ["container"],
};

function resolveMachineImage(context: Context, element: Element<Image>): readonly MachineImage[] {
  const { name, at } = element;
  refuseForeignKeys(context, element, "machine", keysOfKinds);
  const existing = textOf(context, element, "name");
  const base = string(context, element, "base") ?? string(context, element, "name");
  if (base === undefined) {
    context.report(diagnose("missing-key", at, { key: "base", where: `images.${name}` }));
    return [];
  }
  return [
    {
      name,
      at,
      base,
      builder: word<"packer">()(context, element, "builder"),
      existing,
      installs: (element.value.installs ?? []).map((tool, index) => traced(tool, from([...at, "installs", index]))),
      user: textOf(context, element, "user"),
      size: textOf(context, element, "size"),
    },
  ];
}

function resolveContainerImage(
  context: Context,
  spec: Spec,
  element: Element<Image>,
  registries: readonly Registry[],
): readonly ContainerImage[] {
  const { name, at } = element;
  refuseForeignKeys(context, element, "container", keysOfKinds);
  const repository = textOf(context, element, "repository");
  if (repository === undefined) {
    context.report(diagnose("missing-key", at, { key: "repository", where: `images.${name}` }));
    return [];
  }
  const { base, builtOn } = resolveBase(context, spec, element);
  const build = resolveBuild(context, element);
  const keepers = registries.filter(({ kind }) => kind.value === "container");
  const registry = optional(context, element, "registry", [{ section: "registry", elements: keepers }]);
  const reference = referenceOf(context, element, repository, registry);
  const builder = word<"packer">()(context, element, "builder");
  const packageCache = nameOf(context, element, "packageCache", [
    { section: "apps", elements: elements<App>(["apps"], spec.apps) },
  ]);
  const packages = (element.value.packages ?? []).map((name, index) => traced(name, from([...at, "packages", index])));
  const archive = textOf(context, element, "archive");
  return [{ name, at, reference, base, builtOn, build, registry, builder, archive, packages, packageCache }];
}

/** An image of ours is named in a Dockerfile by its repository alone, as a build on the same machine leaves it. */
function resolveBase(context: Context, spec: Spec, element: Element<Image>): Pick<ContainerImage, "base" | "builtOn"> {
  const base = string(context, element, "base");
  const own = elements<Image>(["images"], spec.images).find(
    ({ name, value }) => name === base?.value && name !== element.name && value.kind === "container",
  );
  const repository = own && string(context, own, "repository");
  if (base === undefined || own === undefined || repository === undefined) return { base, builtOn: undefined };
  return { base: tracedBy(repository.value, base, repository), builtOn: base };
}

/** `registry/repository:tag@digest`, as far as it is pinned; the registry has a tag for images that name none. */
function referenceOf(
  context: Context,
  element: Element<Image>,
  repository: Text,
  registry: Registry | undefined,
): Text {
  const own = textOf(context, element, "tag");
  const tag = own ?? registry?.tag;
  const digest = textOf(context, element, "digest");
  const parts: readonly Part[] = [
    ...(registry === undefined ? [] : [...registry.url.parts, "/"]),
    ...repository.parts,
    ...(tag === undefined ? [] : [":", ...tag.parts]),
    ...(digest === undefined ? [] : ["@", ...digest.parts]),
  ];
  const keys = ["repository", ...(own ? ["tag"] : []), ...(digest ? ["digest"] : [])];
  const places = keys.map((key) => from([...element.at, key]));
  return text(parts, [...places, ...(registry?.url[ORIGINS] ?? []), ...(own ? [] : (registry?.tag?.[ORIGINS] ?? []))]);
}

function resolveBuild(context: Context, element: Element<Image>): Build | undefined {
  const section = child(element, "build");
  if (section === undefined) return undefined;
  return {
    context: string(context, section, "context", "."),
    dockerfile: string(context, section, "dockerfile"),
  };
}
