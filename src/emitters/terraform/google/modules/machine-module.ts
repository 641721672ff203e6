import type { Environment } from "../../../../compiler/environment/environment.ts";
import type { Disk, InstanceGroup } from "../../../../compiler/environment/instance-group.ts";
import { sharedName } from "../../../../compiler/environment/naming.ts";
import { by } from "../../../../compiler/rules.ts";
import {
  type Block,
  because,
  block,
  call,
  type Expression,
  object,
  operation,
  reference,
  template,
} from "../../../../formats/hcl/tree.ts";
import { derive, traced } from "../../../../formats/origin.ts";
import { containerLinux } from "../../../parts/container-linux.ts";
import { etcdToken } from "../../etcd-token.ts";
import { toGibibytes } from "../../gibibytes.ts";
import { identifier } from "../../identifiers.ts";
import { lowerFixed, scalar } from "../../lower.ts";
import { machineSelf } from "../../machine-self.ts";
import { bootDisk, diskType } from "../disks.ts";
import { machineType } from "../machine.ts";
import type { InModule } from "./apart.ts";
import { keyLines } from "./machine-inputs.ts";
import { machineUserData } from "./machine-user-data.ts";
import { withinShared } from "./within-shared.ts";
import { nameInZone } from "./zone-inputs.ts";

type Group = InModule<InstanceGroup>;

/** The name by which the module's resources call each other. */
const LABEL = "main";

const machines = `google_compute_instance.${LABEL}`;

const index = reference("count.index");

const dataDisks = ({ disks }: InstanceGroup): readonly Disk[] => disks.filter(({ name }) => name !== "root");

/** The machines of a group, the way to them, and their names. */
export const machineModule = (environment: Environment, group: Group): readonly Block[] => [
  locals(environment, group),
  ...etcdToken(environment, group, reference("var.instances")),
  ...dataDisks(group).map((disk) => diskBlock(disk)),
  instances(environment, group),
  firewall(environment, group),
  ...records(environment, group),
];

/** What machines are called; `self.name` is the role there, and the number counts. */
function locals(environment: Environment, group: Group): Block {
  const { hostname, at } = group;
  const label = hostname && (nameInZone(environment, hostname)?.label ?? hostname);
  const self = (part: Parameters<ReturnType<typeof machineSelf>>[0]): Expression =>
    part.attribute === "name" ? reference("var.role") : machineSelf(group, reference("index"))(part);
  const name = label === undefined ? sharedNumbered(environment, group) : lowerFixed(environment, label, self);
  return because(
    [{ at: hostname === undefined ? at : [...at, "hostname"] }],
    block(["locals"], {
      names: operation`[for index in range(${reference("var.instances")}) : ${name}]`,
      tag: traced(withinShared(environment, at, reference("var.role")), { at }),
    }),
  );
}

const sharedNumbered = (environment: Environment, group: Group): Expression =>
  template(
    sharedName(environment, group),
    "-",
    machineSelf(group, reference("index"))({ kind: "self", attribute: "index" }),
  );

const nameOf = reference("local.names[count.index]");
const zoneOfMachine = call("element", reference("var.zones"), index);

const diskBlock = (disk: Disk): Block =>
  because(
    [{ at: disk.at }],
    block(["resource", "google_compute_disk", identifier(disk.name)], {
      count: reference("var.instances"),
      name: template(nameOf, `-${disk.name}`),
      zone: zoneOfMachine,
      size: derive(disk.size, toGibibytes),
      type: diskType(disk),
    }),
  );

function instances(environment: Environment, group: Group): Block {
  const { size, type } = bootDisk(group);
  const image = containerLinux(environment, group.image);
  const named = group.hostname && nameInZone(environment, group.hostname);
  return because(
    [{ at: group.at }],
    block(
      ["resource", "google_compute_instance", LABEL],
      {
        count: reference("var.instances"),
        name: nameOf,
        hostname: named && template(nameOf, ".", call("trimsuffix", reference("var.dns_zone_name"), ".")),
        zone: zoneOfMachine,
        machine_type: machineType(environment, group),
        allow_stopping_for_update: traced(true, by("google-stops-for-change", group.at)),
        tags: [reference("local.tag")],
        labels: object({ role: reference("var.role"), environment: reference("var.environment") }),
        metadata: object({
          "ssh-keys": keyLines(environment, group, "core"),
          "block-project-ssh-keys": traced("TRUE", by("google-keys", group.at)),
          "user-data": machineUserData(environment, group),
        }),
      },
      [
        block(["boot_disk"], {}, [
          block(["initialize_params"], { image: image && derive(image.name, imagePath), size, type }),
        ]),
        ...dataDisks(group).map((disk) =>
          because(
            [{ at: disk.at }],
            block(["attached_disk"], {
              source: reference(`google_compute_disk.${identifier(disk.name)}[count.index].id`),
              device_name: disk.name,
            }),
          ),
        ),
        block(["network_interface"], { network: "default" }, group.public.value ? [block(["access_config"])] : []),
      ],
    ),
  );
}

/** CoreOS is found by its family alone; Flatcar is published by a project of its own. */
const imagePath = (name: string): string => (name.startsWith("flatcar") ? `kinvolk-public/${name}` : name);

/** One rule for each entry of the list. */
function firewall(environment: Environment, { at }: Group): Block {
  return because(
    [{ at: ["firewall"] }],
    block(
      ["resource", "google_compute_firewall", "rules"],
      {
        for_each: operation`{ for rule in ${reference("var.fw_rules")} : rule.name => rule }`,
        name: withinShared(environment, at, reference("each.key")),
        network: "default",
        source_ranges: reference("each.value.source_ips"),
        target_tags: [reference("local.tag")],
      },
      [block(["allow"], { protocol: reference("each.value.protocol"), ports: reference("each.value.ports") })],
    ),
  );
}

function records(environment: Environment, { hostname, public: isPublic }: Group): readonly Block[] {
  const named = hostname && nameInZone(environment, hostname);
  if (named === undefined) return [];
  const card = `${machines}[count.index].network_interface[0]`;
  return [
    because(
      [{ at: named.zone.at }],
      block(["resource", "google_dns_record_set", LABEL], {
        count: reference("var.instances"),
        managed_zone: reference("var.dns_resource_name"),
        name: template(nameOf, ".", reference("var.dns_zone_name")),
        type: "A",
        ttl: scalar(named.zone.ttl),
        rrdatas: [reference(isPublic.value ? `${card}.access_config[0].nat_ip` : `${card}.network_ip`)],
      }),
    ),
  ];
}

/** What others are told of the machines. */
export function machineOutputs(environment: Environment, group: Group): readonly Block[] {
  const address = group.public.value ? "access_config[0].nat_ip" : "network_ip";
  const named = group.hostname && nameInZone(environment, group.hostname);
  const outputs: Readonly<Record<string, readonly [description: string, value: Expression]>> = {
    names: ["What the machines are called.", reference(`${machines}[*].name`)],
    zones: ["The zones that they stand in.", reference(`${machines}[*].zone`)],
    addresses: ["The addresses that they are reached at.", reference(`${machines}[*].network_interface[0].${address}`)],
    ...(named === undefined
      ? {}
      : { hostnames: ["Their names in the zone.", reference(`${machines}[*].hostname`)] as const }),
  };
  return Object.entries(outputs).map(([name, [description, value]]) =>
    because([{ at: group.at }], block(["output", name], { description, value })),
  );
}
