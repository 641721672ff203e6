import type { Environment } from "../../compiler/environment/environment.ts";
import type { MachineImage } from "../../compiler/environment/image.ts";
import { pathBetween } from "../../compiler/layout.ts";
import { by } from "../../compiler/rules.ts";
import type { JsonNode } from "../../formats/json/tree.ts";
import { traced } from "../../formats/origin.ts";
import { ansibleGroup } from "../parts/ansible-names.ts";
import { groupsThatBoot, systemOf } from "../parts/boot-images.ts";
import { installScriptPath } from "../parts/image-install-script.ts";
import type { FirstBoot } from "../parts/systems.ts";
import { isSetUp } from "./images.ts";
import { loginUser } from "./login-user.ts";

/** What is done on the build machine before the image is made of it. */
export const provisioners = (environment: Environment, image: MachineImage): JsonNode => [
  firstBoot(environment, image),
  ...(image.installs.length === 0 ? [] : [install(environment, image)]),
  ...(!isSetUp(environment, image) ? [] : [ansible(environment, image)]),
  shell(
    image,
    "packer-clean",
    oldFirstBoot(environment, image)?.forget ?? ["sudo cloud-init clean --logs --machine-id"],
  ),
];

const oldFirstBoot = (environment: Environment, image: MachineImage): FirstBoot | undefined =>
  systemOf(environment, { kind: "built", image })?.firstBoot;

/** Status 2, a warning, is one of newer versions alone. */
function firstBoot(environment: Environment, image: MachineImage): JsonNode {
  const old = oldFirstBoot(environment, image);
  return old === undefined
    ? shell(image, "packer-first-boot", ["cloud-init status --wait"], [0, 2])
    : shell(image, "packer-first-boot", old.wait);
}

const shell = (
  { at }: MachineImage,
  rule: "packer-first-boot" | "packer-clean",
  inline: readonly string[],
  exitCodes?: readonly number[],
): JsonNode => traced<JsonNode>({ type: "shell", inline, valid_exit_codes: exitCodes }, by(rule, at));

/** What is beside the apps, by a program that lies beside the template. */
function install(environment: Environment, image: MachineImage): JsonNode {
  const { name, at } = image;
  const script = pathBetween(
    environment,
    { target: "packer", at, path: `${name}.json` },
    { target: "packer", at, path: installScriptPath(image) },
  );
  return traced<JsonNode>(
    { type: "shell", script: `{{template_dir}}/${script}`, execute_command: "sudo sh '{{.Path}}'" },
    by("packer-installs", [...at, "installs"]),
  );
}

const playbookFrom = (environment: Environment, { name, at }: MachineImage): string =>
  pathBetween(
    environment,
    { target: "packer", at, path: `${name}.json` },
    { target: "ansible", at: [], path: "playbook.yml" },
  );

function ansible(environment: Environment, image: MachineImage): JsonNode {
  const groups = groupsThatBoot(environment, image);
  const direct = by("packer-direct", image.at);
  return traced<JsonNode>(
    {
      type: "ansible",
      // Relative to the template, so that the build may be started from anywhere.
      playbook_file: `{{template_dir}}/${playbookFrom(environment, image)}`,
      groups: groups.map(({ name, at }) => traced(ansibleGroup(name), { at })),
      extra_arguments: ["--extra-vars", '{"image_build": true}'],
      user: loginUser(environment, image),
      use_proxy: traced(false, direct),
      // The build machine is new, so nobody knows its key.
      ansible_env_vars: [traced("ANSIBLE_HOST_KEY_CHECKING=False", direct)],
    },
    by("packer-ansible", image.at),
  );
}
