import { diagnose } from "../diagnostics/diagnostic.ts";
import type { Build, ContainerImage, MachineImage } from "../environment/image.ts";
import { type Part, type Text, text } from "../environment/text.ts";
import { from } from "../rules.ts";
import type { Image, Images } from "../spec/spec.gen.ts";
import type { Context } from "./context.ts";
import { string, textOf, word } from "./read.ts";
import { child, type Element, elements } from "./section.ts";

export interface ResolvedImages {
  readonly machine: readonly MachineImage[];
  readonly container: readonly ContainerImage[];
}

export function resolveImages(context: Context, images: Images | undefined): ResolvedImages {
  const all = elements<Image>(["images"], images);
  for (const { name, at, value } of all)
    if (value.kind === undefined) context.report(diagnose("missing-key", at, { key: "kind", where: `images.${name}` }));
  const ofKind = (kind: string) => all.filter(({ value }) => value.kind === kind);
  return {
    machine: ofKind("machine").flatMap((element) => resolveMachineImage(context, element)),
    container: ofKind("container").flatMap((element) => resolveContainerImage(context, element)),
  };
}

function resolveMachineImage(context: Context, element: Element<Image>): readonly MachineImage[] {
  const { name, at } = element;
  const base = string(context, element, "base");
  if (base === undefined) {
    context.report(diagnose("missing-key", at, { key: "base", where: `images.${name}` }));
    return [];
  }
  return [{ name, at, base, builder: word<"packer">()(context, element, "builder") }];
}

function resolveContainerImage(context: Context, element: Element<Image>): readonly ContainerImage[] {
  const { name, at } = element;
  const repository = textOf(context, element, "repository");
  if (repository === undefined) {
    context.report(diagnose("missing-key", at, { key: "repository", where: `images.${name}` }));
    return [];
  }
  const base = string(context, element, "base");
  const build = resolveBuild(context, element);
  return [{ name, at, reference: referenceOf(context, element, repository), base, build }];
}

/** `repository:tag@digest`, as far as it is pinned. */
function referenceOf(context: Context, element: Element<Image>, repository: Text): Text {
  const tag = textOf(context, element, "tag");
  const digest = textOf(context, element, "digest");
  const parts: readonly Part[] = [
    ...repository.parts,
    ...(tag === undefined ? [] : [":", ...tag.parts]),
    ...(digest === undefined ? [] : ["@", ...digest.parts]),
  ];
  const keys = ["repository", ...(tag ? ["tag"] : []), ...(digest ? ["digest"] : [])];
  return text(
    parts,
    keys.map((key) => from([...element.at, key])),
  );
}

function resolveBuild(context: Context, element: Element<Image>): Build | undefined {
  const section = child(element, "build");
  if (section === undefined) return undefined;
  return {
    context: string(context, section, "context", "."),
    dockerfile: string(context, section, "dockerfile"),
  };
}
