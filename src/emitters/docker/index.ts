import { type Emitter, unprinted } from "../../compiler/emitter.ts";
import { dockerfilePath, dockerignorePath, imagesWithoutDockerfile } from "../parts/docker-build.ts";
import { basesAreReferences } from "./checks/bases-are-references.ts";
import { dockerfileOf } from "./dockerfile.ts";
import { ignored } from "./ignored.ts";

/** Dockerfiles of the images that are built from sources and have none. */
export const docker: Emitter = {
  target: "docker",
  title: "Docker",
  support: {
    ...unprinted,
    provider: "ignores",
    vars: "ignores",
    secrets: "ignores",
    network: "ignores",
    "images.machine": "ignores",
    "images.container": "ignores",
    instances: "ignores",
    "apps.service": "ignores",
    "apps.job": "ignores",
    "apps.daemon": "ignores",
    "apps.routes": "ignores",
    ingress: "ignores",
    loadBalancer: "ignores",
    firewall: "ignores",
    dns: "ignores",
    tls: "ignores",
    database: "ignores",
    "scaling.instances": "ignores",
    "scaling.apps": "ignores",
    backup: "ignores",
    outputs: "ignores",
  },
  accompanies: (environment) => imagesWithoutDockerfile(environment).length > 0,
  checks: [basesAreReferences],
  emit: (environment) =>
    imagesWithoutDockerfile(environment).flatMap((image) => [
      { path: dockerfilePath(image), at: image.at, document: dockerfileOf(environment, image) },
      { path: dockerignorePath(image), at: image.at, document: ignored(environment, image) },
    ]),
};
