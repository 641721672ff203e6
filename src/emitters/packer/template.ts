import type { Environment } from "../../compiler/environment/environment.ts";
import type { MachineImage } from "../../compiler/environment/image.ts";
import { headerOf } from "../../compiler/header.ts";
import { by } from "../../compiler/rules.ts";
import { type JsonDocument, json } from "../../formats/json/tree.ts";
import { traced } from "../../formats/origin.ts";
import { builder } from "./builder.ts";
import { manifest } from "./manifest.ts";
import { provisioners } from "./provisioners.ts";
import { userVariables } from "./variables.ts";

/** The template of an image, for `packer build`. */
export const template = (environment: Environment, image: MachineImage): JsonDocument =>
  json({
    // JSON has no comments, but Packer passes over keys that begin with an underscore.
    _comment: headerOf(environment),
    min_packer_version: traced("1.6.0", by("packer-version", image.at)),
    variables: userVariables(environment, image),
    builders: [builder(environment, image)],
    provisioners: provisioners(environment, image),
    "post-processors": manifest(environment, image),
  });
