import type { Environment } from "../../../compiler/environment/environment.ts";
import type { ContainerImage } from "../../../compiler/environment/image.ts";
import type { Action } from "../../../compiler/environment/operation.ts";
import { type Part, type Text, text } from "../../../compiler/environment/text.ts";
import { from } from "../../../compiler/rules.ts";
import { ORIGINS } from "../../../formats/origin.ts";
import { filled, type TemplateDocument } from "../../../formats/text/template.ts";
import { type BuiltImage, builtImages } from "../../parts/docker-build.ts";
import { dockerClusters } from "../../parts/docker-cluster.ts";
import { tasksOf } from "../elements.ts";
import type { Lowering } from "../step-script.ts";
import { word } from "../word.ts";
import { buildImageSh, pushImageSh, seedImageSh, wordOfCommitSh } from "./templates.gen.ts";

type Of<K extends "build" | "push" | "seed"> = Action & { readonly kind: K };

/** Images, those that others are built on first; under their own name, and under that of the commit. */
export const build: Lowering<Of<"build">> = ({ environment }, { of }) =>
  tasksOf(of.value, inBuildOrder(environment), (image) => ({
    name: `build_${image.name}`,
    text: `build the image ${image.name}`,
    where: "node",
    tools: ["docker", "git"],
    commands: filled(
      buildImageSh,
      {
        name: image.name,
        context: image.build.context,
        dockerfile: image.build.dockerfile,
        tag: word(environment, builtName(image)),
        pushed: pushedName(environment, image),
      },
      [from(image.at)],
    ),
  }));

/** What was built, by the name of its commit. */
export const push: Lowering<Of<"push">> = ({ environment }, { of }) =>
  tasksOf(of.value, inBuildOrder(environment), (image) => ({
    name: `push_${image.name}`,
    text: `push the image ${image.name} by the name of its commit`,
    where: "node",
    tools: ["docker", "git"],
    commands: filled(
      pushImageSh,
      { tag: word(environment, builtName(image)), pushed: pushedName(environment, image) },
      [from(image.at)],
    ),
  }));

/** An image from the world, before a registry of ours serves any; kept as a file, so that the next start needs no world. */
export const seed: Lowering<Of<"seed">> = ({ environment }, { of }) =>
  tasksOf(
    of.value,
    dockerClusters(environment).length === 0
      ? []
      : environment.containerImages.filter(({ build, archive }) => build === undefined && archive !== undefined),
    (image) => ({
      name: `seed_${image.name}`,
      text: `fetch the image ${image.name} from the world, and keep it as a file`,
      where: "node",
      tools: ["docker"],
      commands: filled(
        seedImageSh,
        {
          tag: word(environment, image.reference),
          upstream: word(environment, builtName(image, true)),
          archive: image.archive && word(environment, image.archive),
        },
        [from(image.at)],
      ),
    }),
  );

/** On machines with Docker alone; elsewhere images are built where the rest is deployed from. */
function inBuildOrder(environment: Environment): readonly BuiltImage[] {
  if (dockerClusters(environment).length === 0) return [];
  const all = builtImages(environment);
  const ordered = new Set<BuiltImage>();
  const visit = (image: BuiltImage): void => {
    const base = all.find(({ name }) => name === image.builtOn?.value);
    if (base !== undefined && !ordered.has(base)) visit(base);
    ordered.add(image);
  };
  for (const image of all) visit(image);
  return [...ordered];
}

/** `infra/dns`: the reference without its registry and, unless asked for, its tag. */
export function builtName({ reference, registry }: ContainerImage, isTagged = false): Text {
  const url = registry?.url.parts.map(partText).join("") ?? "";
  const whole = reference.parts
    .map(partText)
    .join("")
    .slice(url === "" ? 0 : url.length + 1);
  return text([isTagged ? whole : whole.replace(/:[^/]*$/, "")], reference[ORIGINS]);
}

const partText = (part: Part): string => (typeof part === "string" ? part : part.kind === "variable" ? part.value : "");

/** `localhost:5000/infra/$commit/dns` as the registry names it, else the reference. */
function pushedName(environment: Environment, image: ContainerImage): TemplateDocument {
  const { registry } = image;
  if (registry?.naming === undefined) return word(environment, image.reference);
  const parts = [...registry.url.parts, "/", ...registry.naming.parts].map((part) => {
    if (typeof part !== "string" && part.kind === "build") return { variable: "commit" };
    if (typeof part !== "string" && part.kind === "self") return { text: image.name };
    return { text: partText(part) };
  });
  return filled(wordOfCommitSh, { parts }, registry.naming[ORIGINS]);
}
