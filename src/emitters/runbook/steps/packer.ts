import type { Environment } from "../../../compiler/environment/environment.ts";
import type { ContainerImage, MachineImage } from "../../../compiler/environment/image.ts";
import type { Action } from "../../../compiler/environment/operation.ts";
import { filled, type TemplateDocument } from "../../../formats/text/template.ts";
import { hasComponents } from "../../../compiler/layout.ts";
import { templateFile } from "../folders.ts";
import { tasksOf } from "../elements.ts";
import { imageVariable } from "../../parts/image-variable.ts";
import { packerInputs, packerSecrets, readsSecrets } from "../packer-inputs.ts";
import { selects } from "../selects.ts";
import type { Lowering, Task } from "../step-script.ts";
import { wordSh } from "../templates.gen.ts";
import { keeping } from "./set-var.ts";
import { packerBuildSh } from "./templates.gen.ts";

/** What Packer builds: machine images, and container images where the spec says so. */
export const packedImages = ({
  machineImages,
  containerImages,
}: Environment): readonly (MachineImage | ContainerImage)[] =>
  [...machineImages, ...containerImages].filter(({ builder }) => builder?.value === "packer");

export const packer: Lowering<Action & { readonly kind: "packer" }> = ({ environment }, { of }) =>
  selects(environment, "packer")
    ? tasksOf(of.value, packedImages(environment), (image) => packerTask(environment, image))
    : [];

/** Where a variable names the image that machines boot, the build hands its result over by it. */
const packerTask = (environment: Environment, image: MachineImage | ContainerImage): Omit<Task, "element"> => ({
  name: `packer_${image.name}`,
  text: `build the image ${image.name}${handedBy(image) === undefined ? "" : `, set ${handedBy(image)} to it, and commit that`}`,
  tools: [
    "packer",
    ...(hasPlaybook(environment, image) ? ["ansible-galaxy", "ansible-playbook"] : []),
    ...(handedBy(image) === undefined ? [] : ["git", "jq"]),
  ],
  reads: readsSecrets(environment, image) ? ["secrets"] : [],
  commands: packerCommands(environment, image, plugins(environment, image), hasPlaybook(environment, image)),
});

function packerCommands(
  environment: Environment,
  image: MachineImage | ContainerImage,
  plugins: readonly string[],
  hasPlaybook: boolean,
): TemplateDocument {
  const variable = handedBy(image);
  const built = filled(wordSh, { parts: [{ variable: "built" }] });
  return filled(
    packerBuildSh,
    {
      plugins,
      hasPlaybook,
      inputs: packerInputs(environment, image),
      held: packerSecrets(environment, image),
      folder: templateFile(environment, image).folder,
      template: templateFile(environment, image).file,
      hasFolders: hasComponents(environment),
      variable,
      kept: variable === undefined ? undefined : keeping(environment, variable, built, image.at),
    },
    [{ at: image.at }],
  );
}

const handedBy = (image: MachineImage | ContainerImage): string | undefined =>
  "existing" in image ? imageVariable(image) : undefined;

/** Containers are made without one. */
const hasPlaybook = (environment: Environment, image: MachineImage | ContainerImage): boolean =>
  !("reference" in image) && selects(environment, "ansible");

const builders = {
  aws: "github.com/hashicorp/amazon",
  google: "github.com/hashicorp/googlecompute",
  digitalocean: "github.com/digitalocean/digitalocean",
  vagrant: "github.com/hashicorp/vagrant",
} as const;

/** All that Packer builds; what several builds need is got once. */
export const packerBuilds = (environment: Environment): readonly TemplateDocument[] =>
  packedImages(environment).map((image, index, images) => {
    const had = new Set(images.slice(0, index).flatMap((other) => plugins(environment, other)));
    const hadPlaybook = images.slice(0, index).some((other) => hasPlaybook(environment, other));
    const missing = plugins(environment, image).filter((plugin) => !had.has(plugin));
    return packerCommands(environment, image, missing, hasPlaybook(environment, image) && !hadPlaybook);
  });

function plugins(environment: Environment, image: MachineImage | ContainerImage): readonly string[] {
  const kind = environment.provider?.kind.value;
  const builder = "reference" in image ? "github.com/hashicorp/docker" : kind && builders[kind];
  return [
    ...(builder === undefined ? [] : [builder]),
    ...(hasPlaybook(environment, image) ? ["github.com/hashicorp/ansible"] : []),
  ];
}
