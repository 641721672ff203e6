import { type Artifact, type Emitter, following } from "../../compiler/emitter.ts";
import type { Cluster } from "../../compiler/environment/cluster.ts";
import type { Environment } from "../../compiler/environment/environment.ts";
import { headerOf } from "../../compiler/header.ts";
import { by } from "../../compiler/rules.ts";
import { filled, type TemplateValue } from "../../formats/text/template.ts";
import { dockerClusters } from "../parts/docker-cluster.ts";
import { nginxChecks } from "../parts/nginx-checks.ts";
import { appsAreSaid } from "./checks/apps-are-said.ts";
import { volumesAreMounted } from "./checks/volumes-are-mounted.ts";
import type { Container } from "./container.ts";
import { containersOf } from "./containers.ts";
import { gitoliteFiles } from "./gitolite.ts";
import { namesCommit } from "./image-word.ts";
import { nginxContainers, proxyFiles } from "./proxies.ts";
import { wordView } from "./shell-word.ts";
import { containersSh } from "./templates.gen.ts";

/** Containers on machines with Docker and nothing else: a script for each cluster, and what its proxies read. */
export const dockerCluster: Emitter = {
  target: "docker",
  title: "Docker on machines",
  support: {
    ...following,
    "images.container": "emits",
    "images.archive": "emits",
    "apps.service": "emits",
    "apps.daemon": "emits",
    "apps.routes": "emits",
    "apps.publish": "emits",
    "apps.volumes": "emits",
    "apps.process": "emits",
    cluster: "emits",
    registry: "emits",
    storage: "emits",
    ingress: "emits",
    "ingress.nginx": "emits",
  },
  accompanies: (environment) => dockerClusters(environment).length > 0,
  checks: [appsAreSaid, volumesAreMounted, (environment) => nginxChecks(nginxContainers(environment))],
  emit: (environment) => [
    ...dockerClusters(environment).map((cluster) => script(environment, cluster)),
    ...proxyFiles(environment),
    ...gitoliteFiles(environment),
  ],
};

function script(environment: Environment, cluster: Cluster): Artifact {
  const containers = containersOf(environment, cluster);
  const values = {
    header: headerOf(environment),
    network: cluster.name,
    usesCommit: containers.some(({ image }) => namesCommit(image)),
    hasData: containers.some(({ isData }) => isData),
    hasArchives: containers.some(({ archive }) => archive !== undefined),
    containers: containers.map(view),
  };
  return {
    path: `${cluster.name}/containers.sh`,
    at: cluster.at,
    document: filled(containersSh, values, [by("container-script", cluster.at)]),
    executable: true,
  };
}

const view = ({ name, container, image, archive, isData, isPrepared, options, command }: Container): TemplateValue => ({
  name: { ...container, value: name },
  container,
  image: wordView(image),
  archive,
  isData,
  isPrepared,
  options: options.map(({ flag, name: variable, value }) => ({ flag, name: variable, value: wordView(value) })),
  command: command.map(wordView),
});
