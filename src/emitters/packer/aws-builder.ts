import type { Environment } from "../../compiler/environment/environment.ts";
import type { MachineImage } from "../../compiler/environment/image.ts";
import { sharedName } from "../../compiler/environment/naming.ts";
import { by } from "../../compiler/rules.ts";
import type { JsonNode } from "../../formats/json/tree.ts";
import { derive, ORIGINS, traced } from "../../formats/origin.ts";
import { loginUser } from "./login-user.ts";
import { sourceFilter } from "./source.ts";
import { region } from "./variables.ts";

/** The machine that an image is made of, on AWS. */
export function awsBuilder(environment: Environment, image: MachineImage): JsonNode {
  const { provider } = environment;
  const name = sharedName(environment, image);
  const byRule = (rule: Parameters<typeof by>[0]) => by(rule, image.at);
  return traced<JsonNode>(
    {
      type: traced("amazon-ebs", by("packer-builder", provider?.at ?? image.at)),
      region: region(environment),
      instance_type: traced("{{user `instance_type`}}", byRule("packer-input")),
      source_ami_filter: sourceFilter(environment, image),
      ami_name: traced(`${name.value}-{{timestamp}}`, ...name[ORIGINS], byRule("packer-build-name")),
      encrypt_boot: traced(true, byRule("encrypted-at-rest")),
      ssh_username: loginUser(environment, image),
      temporary_key_pair_type: traced("ed25519", byRule("packer-key")),
      ssh_clear_authorized_keys: traced(true, byRule("packer-key")),
      tags: tags(environment, image),
      run_tags: tags(environment, image),
    },
    { at: image.at },
  );
}

/** What everything of the environment is tagged with; only the name is the element's own. */
const tags = (environment: Environment, image: MachineImage): JsonNode => ({
  Name: sharedName(environment, image),
  project: derive(environment.name, (name) => name),
  environment: derive(environment.environment, (name) => name),
  "managed-by": traced("specc", by("default-tags", image.at)),
});
