import type { Environment } from "../../../compiler/environment/environment.ts";
import type { ContainerImage } from "../../../compiler/environment/image.ts";
import type { Action } from "../../../compiler/environment/operation.ts";
import { type Text, text } from "../../../compiler/environment/text.ts";
import { from } from "../../../compiler/rules.ts";
import { ORIGINS } from "../../../formats/origin.ts";
import { filled } from "../../../formats/text/template.ts";
import { tasksOf } from "../elements.ts";
import { nodeView } from "../nodes.ts";
import type { Lowering } from "../step-script.ts";
import { word } from "../word.ts";
import { builtName } from "./images.ts";
import { loadImageSh } from "./templates.gen.ts";

/** Images from the world, for a machine that does not reach it: fetched here, and piped to its Docker. */
export const load: Lowering<Action & { readonly kind: "load" }> = ({ environment }, { of }) =>
  tasksOf(of.value, worldly(environment), ({ name, at, tag, upstream }) => ({
    name: `load_${name}`,
    text: `bring what the image ${name} starts from to the machine that runs the containers, unless it is there`,
    where: "here",
    tools: ["docker", "ssh"],
    commands: filled(loadImageSh, { tag: word(environment, tag), upstream: upstream && word(environment, upstream) }, [
      from(at),
    ]),
  }));

interface WorldlyImage extends Pick<ContainerImage, "name" | "at"> {
  readonly tag: Text;
  /** Its name in the world, where ours is another. */
  readonly upstream: Text | undefined;
}

const worldly = (environment: Environment): readonly WorldlyImage[] =>
  nodeView(environment) === undefined ? [] : environment.containerImages.flatMap(fromTheWorld);

/** An image that nobody here builds by its own name, and of one that is built what is below it. */
function fromTheWorld(image: ContainerImage): readonly WorldlyImage[] {
  const { name, at, base, builtOn, build, reference } = image;
  if (build === undefined) return [{ name, at, tag: reference, upstream: image.registry && builtName(image, true) }];
  if (base === undefined || builtOn !== undefined) return [];
  return [{ name, at, tag: text([base.value], base[ORIGINS]), upstream: undefined }];
}
