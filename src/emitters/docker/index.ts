import { type Emitter, following } from "../../compiler/emitter.ts";
import { dockerfilePath, dockerignorePath, imagesWithoutDockerfile } from "../parts/docker-build.ts";
import { dockerClusters } from "../parts/docker-cluster.ts";
import { nginxChecks } from "../parts/nginx-checks.ts";
import { basesAreReferences } from "./checks/bases-are-references.ts";
import { dockerfileOf } from "./dockerfile.ts";
import { ignored } from "./ignored.ts";
import { nginxContainers, proxyFiles } from "./proxies.ts";

/** Dockerfiles of the images that are built from sources and have none, and what runs on machines with Docker. */
export const docker: Emitter = {
  target: "docker",
  title: "Docker",
  support: { ...following, ingress: "emits", "apps.routes": "emits", "ingress.nginx": "emits" },
  accompanies: (environment) =>
    imagesWithoutDockerfile(environment).length > 0 || dockerClusters(environment).length > 0,
  checks: [basesAreReferences, (environment) => nginxChecks(nginxContainers(environment))],
  emit: (environment) => [
    ...imagesWithoutDockerfile(environment).flatMap((image) => [
      { path: dockerfilePath(image), at: image.at, document: dockerfileOf(environment, image) },
      { path: dockerignorePath(image), at: image.at, document: ignored(environment, image) },
    ]),
    ...proxyFiles(environment),
  ],
};
