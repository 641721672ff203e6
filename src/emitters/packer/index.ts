import { type Emitter, unprinted } from "../../compiler/emitter.ts";
import {
  baseIsKnown,
  buildsHaveProvider,
  buildsSomething,
  installsSomething,
  playbookIsWritten,
} from "./checks/images.ts";
import { containersAreKnown, containersHaveBase, containersHoldNoTemplate } from "./checks/containers.ts";
import { installsAreKnown } from "./checks/installs.ts";
import { namesAreLegal } from "./checks/names.ts";
import { packedContainers } from "./container-images.ts";
import { containerTemplate } from "./container-template.ts";
import { builtImages } from "./images.ts";
import { installScript } from "./installs.ts";
import { template } from "./template.ts";

/** Templates in Packer's JSON, one for each image that it builds. */
export const packer: Emitter = {
  target: "packer",
  title: "Packer",
  support: {
    ...unprinted,
    "images.installs": "emits",
    provider: "emits",
    vars: "emits",
    secrets: "emits",
    network: "ignores",
    "provider.digitalocean": "emits",
    "images.machine": "emits",
    "images.container": "emits",
    "images.builder": "emits",
    registry: "emits",
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
  checks: [
    containersHaveBase,
    containersAreKnown,
    containersHoldNoTemplate,
    installsAreKnown,
    buildsSomething,
    buildsHaveProvider,
    baseIsKnown,
    playbookIsWritten,
    installsSomething,
    namesAreLegal,
  ],
  emit: (environment) => [
    ...[
      ...builtImages(environment).map((image) => [image, template(environment, image)] as const),
      ...packedContainers(environment).map((image) => [image, containerTemplate(environment, image)] as const),
    ].map(([{ name, at }, document]) => ({ path: `${name}.json`, at, document })),
    ...builtImages(environment).flatMap((image) => installScript(environment, image)),
  ],
};
