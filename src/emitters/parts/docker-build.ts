import type { Environment } from "../../compiler/environment/environment.ts";
import type { Build, ContainerImage } from "../../compiler/environment/image.ts";

export type BuiltImage = ContainerImage & { readonly build: Build };

/** Whether Packer builds a container image, in place of Docker. */
export const isPackedContainer = ({ build, builder }: ContainerImage): boolean =>
  build !== undefined && builder?.value === "packer";

/** The images that Docker builds from sources. */
export const builtImages = ({ containerImages }: Environment): readonly BuiltImage[] =>
  containerImages.filter((image): image is BuiltImage => image.build !== undefined && !isPackedContainer(image));

/** Those of which nobody has written a Dockerfile. */
export const imagesWithoutDockerfile = (environment: Environment): readonly BuiltImage[] =>
  builtImages(environment).filter(({ build }) => build.dockerfile === undefined);

/** The folder of an image below that of the target: its Dockerfile, and beside it what the builder is not to read. */
export const dockerfilePath = ({ name }: ContainerImage): string => `${name}/Dockerfile`;
export const dockerignorePath = ({ name }: ContainerImage): string => `${name}/.dockerignore`;
