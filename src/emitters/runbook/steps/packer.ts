import type { Environment } from "../../../compiler/environment/environment.ts";
import type { ContainerImage, MachineImage } from "../../../compiler/environment/image.ts";
import type { Action } from "../../../compiler/environment/operation.ts";
import { filled, type TemplateDocument } from "../../../formats/text/template.ts";
import { tasksOf } from "../elements.ts";
import { imageVariable } from "../inputs.ts";
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

export const packer: Lowering<{ readonly kind: "packer" } & Extract<Action, { of: unknown }>> = (
  { environment },
  { of },
) =>
  selects(environment, "packer")
    ? tasksOf(of?.value as never, packedImages(environment), (image) => packerTask(environment, image))
    : [];

/** Where a variable names the image that machines boot, the build hands its result over by it. */
const packerTask = (environment: Environment, image: MachineImage | ContainerImage): Omit<Task, "element"> => ({
  name: `packer_${image.name}`,
  text: `build the image ${image.name}${handedBy(image) === undefined ? "" : `, set ${handedBy(image)} to it, and commit that`}`,
  tools: [
    "packer",
    ...(hasPlaybook(environment) ? ["ansible-galaxy", "ansible-playbook"] : []),
    ...(handedBy(image) === undefined ? [] : ["git", "jq"]),
  ],
  commands: packerCommands(environment, image, { isHandedOver: true, isFirst: true }),
});

export function packerCommands(
  environment: Environment,
  image: MachineImage | ContainerImage,
  { isHandedOver, isFirst }: { readonly isHandedOver: boolean; readonly isFirst: boolean },
): TemplateDocument {
  const variable = isHandedOver ? handedBy(image) : undefined;
  const built = filled(wordSh, { parts: [{ variable: "built" }] });
  return filled(
    packerBuildSh,
    {
      plugins: isFirst ? plugins(environment, image) : [],
      hasPlaybook: isFirst && hasPlaybook(environment),
      template: `${image.name}.json`,
      variable,
      kept: variable === undefined ? undefined : keeping(environment, variable, built, image.at),
    },
    [{ at: image.at }],
  );
}

const handedBy = (image: MachineImage | ContainerImage): string | undefined =>
  "existing" in image ? imageVariable(image) : undefined;

const hasPlaybook = (environment: Environment): boolean => selects(environment, "ansible");

const builders = {
  aws: "github.com/hashicorp/amazon",
  google: "github.com/hashicorp/googlecompute",
  digitalocean: "github.com/digitalocean/digitalocean",
  vagrant: "github.com/hashicorp/vagrant",
} as const;

function plugins(environment: Environment, image: MachineImage | ContainerImage): readonly string[] {
  const kind = environment.provider?.kind.value;
  const builder = "reference" in image ? "github.com/hashicorp/docker" : kind && builders[kind];
  return [
    ...(builder === undefined ? [] : [builder]),
    ...(hasPlaybook(environment) ? ["github.com/hashicorp/ansible"] : []),
  ];
}
