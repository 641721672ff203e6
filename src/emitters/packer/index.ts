import { type Emitter, unprinted } from "../../compiler/emitter.ts";
import {
  baseIsKnown,
  buildsHaveProvider,
  buildsSomething,
  installsSomething,
  playbookIsWritten,
} from "./checks/images.ts";
import { namesAreLegal } from "./checks/names.ts";
import { builtImages } from "./images.ts";
import { template } from "./template.ts";

/** Templates in Packer's JSON, one for each machine image that it builds. */
export const packer: Emitter = {
  target: "packer",
  title: "Packer",
  support: {
    ...unprinted,
    provider: "emits",
    vars: "emits",
    secrets: "ignores",
    network: "ignores",
    "images.machine": "emits",
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
  checks: [buildsSomething, buildsHaveProvider, baseIsKnown, playbookIsWritten, installsSomething, namesAreLegal],
  emit: (environment) =>
    builtImages(environment).map((image) => ({
      path: `${image.name}.json`,
      at: image.at,
      document: template(environment, image),
    })),
};
