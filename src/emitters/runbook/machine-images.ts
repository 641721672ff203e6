import type { Environment } from "../../compiler/environment/environment.ts";
import type { MachineImage } from "../../compiler/environment/image.ts";
import { traced } from "../../formats/origin.ts";
import type { TemplateValue } from "../../formats/text/template.ts";
import { selects } from "./selects.ts";
import { packerCommands } from "./steps/packer.ts";

const packedImages = ({ machineImages }: Environment): readonly MachineImage[] =>
  machineImages.filter(({ builder }) => builder !== undefined);

export const buildsMachines = (environment: Environment): boolean =>
  selects(environment, "packer") && packedImages(environment).length > 0;

/** The machine images that Packer builds, with the playbook where there is one. */
export const packerView = (environment: Environment): TemplateValue =>
  buildsMachines(environment)
    ? {
        hasPlaybook: selects(environment, "ansible"),
        templates: packedImages(environment).map(({ name, at }) => traced(`${name}.json`, { at })),
        images: packedImages(environment).map((image, index) =>
          packerCommands(environment, image, { isHandedOver: false, isFirst: index === 0 }),
        ),
      }
    : undefined;

/** Machines that boot an image of ours have been set up when it was built. */
export const isSetUpLive = (environment: Environment): boolean =>
  selects(environment, "ansible") &&
  environment.instances.some(
    ({ name, image }) => image.kind === "stock" && environment.apps.some(({ runsOn }) => runsOn?.name === name),
  );
