import type { Environment } from "../../compiler/environment/environment.ts";
import type { MachineImage } from "../../compiler/environment/image.ts";
import { literal } from "../../compiler/environment/text.ts";
import { by } from "../../compiler/rules.ts";
import type { JsonNode } from "../../formats/json/tree.ts";
import { ORIGINS, traced } from "../../formats/origin.ts";
import { systemOf } from "../parts/boot-images.ts";

/** Who signs in to the build machine: whom the spec names, else whom the system expects. */
export const loginUser = (environment: Environment, image: MachineImage): JsonNode =>
  image.user === undefined
    ? traced(
        systemOf(environment, { kind: "built", image })?.loginUser,
        by("packer-login", [...image.at, "base"]),
        ...image.base[ORIGINS],
      )
    : literal(image.user);
