import type { Environment } from "../../compiler/environment/environment.ts";
import type { MachineImage } from "../../compiler/environment/image.ts";
import { sharedName } from "../../compiler/environment/naming.ts";
import { by } from "../../compiler/rules.ts";
import type { JsonNode } from "../../formats/json/tree.ts";
import { derive, ORIGINS, traced } from "../../formats/origin.ts";
import { systemOf } from "../parts/boot-images.ts";
import { loginUser } from "./login-user.ts";
import { region } from "./variables.ts";

/** The droplet that an image is made of; the token is that of whoever builds, in DIGITALOCEAN_TOKEN. */
export function digitaloceanBuilder(environment: Environment, image: MachineImage): JsonNode {
  const name = sharedName(environment, image);
  const byRule = (rule: Parameters<typeof by>[0]) => by(rule, image.at);
  return traced<JsonNode>(
    {
      type: traced("digitalocean", byRule("packer-snapshot")),
      image: traced(
        systemOf(environment, { kind: "built", image })?.imageName,
        byRule("packer-base-system"),
        ...image.base[ORIGINS],
      ),
      region: region(environment),
      size: traced("{{user `size`}}", byRule("packer-input")),
      ssh_username: loginUser(environment, image),
      temporary_key_pair_type: traced("ed25519", byRule("packer-key")),
      ssh_clear_authorized_keys: traced(true, byRule("packer-key")),
      snapshot_name: traced(`${name.value}-{{timestamp}}`, ...name[ORIGINS], byRule("packer-build-name")),
      tags: [
        derive(environment.name, (project) => `project:${project}`),
        derive(environment.environment, (written) => `environment:${written}`),
        traced("managed-by:specc", byRule("default-tags")),
      ],
    },
    { at: image.at },
  );
}
