import type { Environment } from "../../../compiler/environment/environment.ts";
import type { InstanceGroup } from "../../../compiler/environment/instance-group.ts";
import { by } from "../../../compiler/rules.ts";
import { type Block, because, block, reference } from "../../../formats/hcl/tree.ts";
import { traced } from "../../../formats/origin.ts";
import { identifier, identifiers } from "../identifiers.ts";
import { userData } from "../user-data.ts";
import { attachedDisks, bootDisk, fixedDisks } from "./disks.ts";
import { firstBootNeeds } from "./first-boot.ts";
import { imageAddress, images } from "./images.ts";
import { machineBlocks, machineType, metadata } from "./machine.ts";
import { hostnameArgument, numbered } from "./machine-names.ts";
import { countOf, machineZone } from "./machine-place.ts";
import { managedMachines } from "./managed-machines.ts";
import { secretManager } from "./settings.ts";
import { zonalGroups } from "./zonal-groups.ts";

export const instances = (environment: Environment): readonly Block[] => [
  ...images(environment),
  ...environment.instances.flatMap((group) =>
    group.scaling === undefined
      ? fixedMachines(environment, group)
      : managedMachines(environment, group, group.scaling),
  ),
];

const fixedMachines = (environment: Environment, group: InstanceGroup): readonly Block[] => [
  bootInput(environment, group),
  ...fixedDisks(environment, group),
  machines(environment, group),
  ...zonalGroups(environment, group),
];

const bootLabel = ({ name }: InstanceGroup): string => identifiers(name, "user_data");

/** A machine reads its user data when it first boots, so that new data take a new machine. */
const bootInput = (environment: Environment, group: InstanceGroup): Block =>
  because(
    [by("settings-at-start", group.at)],
    block(["resource", "terraform_data", bootLabel(group)], {
      count: countOf(group),
      input: userData(environment, group, secretManager),
    }),
  );

function machines(environment: Environment, group: InstanceGroup): Block {
  const boot = `terraform_data.${bootLabel(group)}[count.index]`;
  return because(
    [{ at: group.at }],
    block(
      ["resource", "google_compute_instance", identifier(group.name)],
      {
        count: countOf(group),
        name: numbered(environment, group),
        hostname: hostnameArgument(environment, group),
        zone: machineZone(group),
        machine_type: machineType(environment, group),
        allow_stopping_for_update: traced(true, by("google-stops-for-change", group.at)),
        metadata: metadata(environment, group, reference(`${boot}.output`)),
        depends_on: firstBootNeeds(environment, group),
      },
      [
        ...disks(group),
        ...machineBlocks(group),
        block(["lifecycle"], {
          replace_triggered_by: traced([reference(boot)], by("settings-at-start", group.at)),
          ignore_changes: keptImage(group),
        }),
      ],
    ),
  );
}

function disks(group: InstanceGroup): readonly Block[] {
  const { size, type } = bootDisk(group);
  return [
    block(["boot_disk"], {}, [
      block(["initialize_params"], { image: imageAddress(group), size, type, labels: reference("local.labels") }),
    ]),
    ...attachedDisks(group),
  ];
}

/** Replacing a machine for each new build of an operating system would be a surprise; for a build of ours it is the point. */
const keptImage = ({ image, at }: InstanceGroup): Block["attributes"][string] =>
  image.kind === "built"
    ? undefined
    : traced([reference("boot_disk[0].initialize_params[0].image")], by("image-stays", at));
