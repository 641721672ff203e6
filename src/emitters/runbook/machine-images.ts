import type { Environment } from "../../compiler/environment/environment.ts";
import { traced } from "../../formats/origin.ts";
import type { TemplateValue } from "../../formats/text/template.ts";
import { readsSecrets } from "./packer-inputs.ts";
import { templateFile } from "./folders.ts";
import { selects } from "./selects.ts";
import { packedImages, packerBuilds } from "./steps/packer.ts";

export const buildsImages = (environment: Environment): boolean =>
  selects(environment, "packer") && packedImages(environment).length > 0;

/** The images that Packer builds, by their templates and by what builds them. */
export const packerView = (environment: Environment): TemplateValue =>
  buildsImages(environment)
    ? {
        templates: packedImages(environment).map((image) =>
          traced<TemplateValue>({ ...templateFile(environment, image) }, { at: image.at }),
        ),
        images: packerBuilds(environment),
        secrets: packedImages(environment).some((image) => readsSecrets(environment, image)),
      }
    : undefined;

/** Machines that boot an image of ours have been set up when it was built. */
export const isSetUpLive = (environment: Environment): boolean =>
  selects(environment, "ansible") &&
  environment.instances.some(
    ({ name, image }) => image.kind === "stock" && environment.apps.some(({ runsOn }) => runsOn?.name === name),
  );
