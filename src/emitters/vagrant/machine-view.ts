import type { Environment } from "../../compiler/environment/environment.ts";
import type { Disk } from "../../compiler/environment/instance-group.ts";
import { literal } from "../../compiler/environment/text.ts";
import { by } from "../../compiler/rules.ts";
import { derive, ORIGINS, type Traced, traced } from "../../formats/origin.ts";
import type { TemplateValue } from "../../formats/text/template.ts";
import { hostnameOf, type Machine, machineName, machineTitle } from "./machines.ts";
import { boxOf, dropletImage } from "./systems.ts";
import { userDataPath } from "./user-data.ts";

export type View = Readonly<Record<string, TemplateValue>>;

/** What config.rb says of a machine. */
export function machineView(environment: Environment, machine: Machine): View {
  const { group } = machine;
  const box = boxOf(environment, group.image);
  const origins = [...box[ORIGINS], by("vagrant-box", group.at)];
  return {
    name: machineName(machine),
    title: machineTitle(environment, machine),
    box: traced(box.value.name, ...origins),
    boxUrl: box.value.url === undefined ? undefined : traced(box.value.url, ...origins),
    isContainerSystem: box.value.isContainerSystem === true,
    hostname: hostnameOf(machine),
    isManual: !group.autostart.value,
    address: group.address?.value === "dhcp" ? undefined : group.address,
    memory: optional(group.resources.memory, (bytes) => Math.ceil(bytes / 2 ** 20)),
    cpus: optional(group.resources.cpu, (thousandths) => Math.ceil(thousandths / 1000)),
    disks: group.disks.map(diskView),
    userData: userDataPath(environment, group),
  };
}

const optional = <T, U>(value: Traced<T> | undefined, to: (value: T) => U): Traced<U> | undefined =>
  value === undefined ? undefined : derive(value, to);

/** Vagrant counts a gigabyte as 1024 megabytes. */
const diskView = ({ name, at, size }: Disk): View => ({
  name: traced(name, { at }),
  size: derive(size, (bytes) => `${Math.ceil(bytes / 2 ** 30)}GB`),
});

/** What the Vagrantfile says of a machine that is a droplet. */
export function dropletView(environment: Environment, machine: Machine): View {
  const { group } = machine;
  return {
    name: machineName(machine),
    title: machineTitle(environment, machine),
    isManual: !group.autostart.value,
    slug: dropletImage(environment, group.image),
    size:
      group.size === undefined ? traced(smallestDroplet, by("vagrant-droplet-size", group.at)) : literal(group.size),
  };
}

const smallestDroplet = "s-1vcpu-1gb";
