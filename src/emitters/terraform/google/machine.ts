import type { Environment } from "../../../compiler/environment/environment.ts";
import type { InstanceGroup } from "../../../compiler/environment/instance-group.ts";
import { by } from "../../../compiler/rules.ts";
import {
  type Block,
  because,
  block,
  type Expression,
  object,
  operation,
  reference,
} from "../../../formats/hcl/tree.ts";
import { ORIGINS, traced } from "../../../formats/origin.ts";
import { systemOf } from "../../parts/boot-images.ts";
import { lowerFixed, scalar } from "../lower.ts";
import { sizeOf } from "../sizes.ts";
import { serviceAccountEmail, subnetworkOf } from "./addresses.ts";
import { machineSizes } from "./sizes.ts";
import { spot } from "./spot.ts";

const usualMachine = "e2-small";

export const machineType = (environment: Environment, group: InstanceGroup): Expression =>
  sizeOf(machineSizes, usualMachine, group, (text) => lowerFixed(environment, text));

export const metadata = (environment: Environment, { image, at }: InstanceGroup, userData: Expression): Expression =>
  object({
    "enable-oslogin": traced("TRUE", by("google-os-login", at)),
    "startup-script": systemOf(environment, image)?.lacksCloudInit
      ? traced(installsCloudInit, by("google-cloud-init", at))
      : undefined,
    "user-data": userData,
  });

/** cloud-init looks for its data while a machine starts, so that one that has just got it starts again. */
const installsCloudInit = `#!/bin/sh
set -eu
if ! command -v cloud-init >/dev/null; then
  apt-get update
  apt-get install --yes cloud-init
  reboot
fi
`;

/** What every machine has, whether it stays or comes and goes. */
export const machineBlocks = (group: InstanceGroup): readonly Block[] => [
  networkInterface(group),
  ...spot(group),
  because(
    [by("least-privilege", group.at)],
    // Rights are those of the account; scopes, which only narrow them, are of an older time.
    block(["service_account"], { email: serviceAccountEmail(group), scopes: ["cloud-platform"] }),
  ),
  because(
    [by("google-shielded", group.at)],
    block(["shielded_instance_config"], {
      enable_secure_boot: true,
      enable_vtpm: true,
      enable_integrity_monitoring: true,
    }),
  ),
];

const networkInterface = (group: InstanceGroup): Block =>
  block(["network_interface"], { subnetwork: reference(`${subnetworkOf(group)}.id`) }, publicAddress(group));

/** A machine has a public address when it has this block, so an input decides whether there is one. */
function publicAddress({ public: isPublic }: InstanceGroup): readonly Block[] {
  if (isPublic.variable === undefined)
    return isPublic.value ? [because(isPublic[ORIGINS], block(["access_config"]))] : [];
  const addresses = operation`${scalar(isPublic)} ? [1] : []`;
  return [
    because(isPublic[ORIGINS], block(["dynamic", "access_config"], { for_each: addresses }, [block(["content"])])),
  ];
}
