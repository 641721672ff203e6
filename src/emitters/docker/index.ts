import { type Emitter, following } from "../../compiler/emitter.ts";
import { dockerfilePath, dockerignorePath, imagesWithoutDockerfile } from "../parts/docker-build.ts";
import { basesAreReferences } from "./checks/bases-are-references.ts";
import { dockerfileOf } from "./dockerfile.ts";
import { ignored } from "./ignored.ts";

/** Dockerfiles of the images that are built from sources and have none. */
export const docker: Emitter = {
  target: "docker",
  title: "Docker",
  support: { ...following, "images.packages": "emits" },
  accompanies: (environment) => imagesWithoutDockerfile(environment).length > 0,
  checks: [basesAreReferences],
  emit: (environment) =>
    imagesWithoutDockerfile(environment).flatMap((image) => [
      { path: dockerfilePath(image), at: image.at, document: dockerfileOf(environment, image) },
      { path: dockerignorePath(image), at: image.at, document: ignored(environment, image) },
    ]),
};
