import { type Artifact, type Emitter, following } from "../../compiler/emitter.ts";
import type { Environment } from "../../compiler/environment/environment.ts";
import type { InstanceGroup } from "../../compiler/environment/instance-group.ts";
import { headerOf } from "../../compiler/header.ts";
import { by } from "../../compiler/rules.ts";
import { derive, ORIGINS, type Traced, traced, tracedBy } from "../../formats/origin.ts";
import { filled } from "../../formats/text/template.ts";
import { type YamlNode, yaml } from "../../formats/yaml/tree.ts";
import { knownText } from "../parts/known-text.ts";
import { installSh } from "./templates.gen.ts";

/** Machines that stand somewhere: their address, which they have without DHCP, and a script that sets them up. */
export const hosts: Emitter = {
  target: "hosts",
  title: "Machines that stand somewhere",
  support: { ...following, "instances.physical": "emits", "instances.address": "emits", "instances.packages": "emits" },
  accompanies: (environment) => addressed(environment).length > 0,
  checks: [],
  emit: (environment) =>
    addressed(environment).flatMap((group) => [install(environment, group), netplan(environment, group)]),
};

type Addressed = InstanceGroup & { readonly address: Traced<string> };

const addressed = ({ physicalMachines }: Environment): readonly Addressed[] =>
  physicalMachines.filter((group): group is Addressed => group.address !== undefined && group.address.value !== "dhcp");

function install(environment: Environment, group: Addressed): Artifact {
  const values = {
    header: headerOf(environment),
    name: group.name,
    hostname: group.hostname && traced(knownText(group.hostname), ...group.hostname[ORIGINS]),
    packages:
      group.packages.length === 0 ? undefined : group.packages.map((name) => traced(knownText(name), ...name[ORIGINS])),
  };
  return {
    path: `${group.name}/install.sh`,
    at: group.at,
    document: filled(installSh, values, [by("host-install", group.at)]),
    executable: true,
  };
}

/** Whatever its interface is called, it has the address of the spec, so that it is reached when no name server answers. */
function netplan(environment: Environment, group: Addressed): Artifact {
  const { network } = group;
  const length = network.cidr.value.split("/")[1] ?? "24";
  const servers = nameServers(environment);
  const ethernet: YamlNode = {
    match: { name: "e*" },
    dhcp4: false,
    addresses: [tracedBy(`${group.address.value}/${length}`, group.address, network.cidr)],
    ...(network.gateway === undefined ? {} : { routes: [{ to: "default", via: network.gateway }] }),
    ...(servers.length === 0 ? {} : { nameservers: { addresses: servers } }),
  };
  return {
    path: `${group.name}/60-${environment.name.value}.yaml`,
    at: group.at,
    document: yaml(traced({ network: { version: 2, ethernets: { lan: ethernet } } }, by("host-address", group.at))),
  };
}

/** The name servers of the office, and the router for when they are down. */
function nameServers({ networks, instances, physicalMachines }: Environment): readonly Traced<string>[] {
  return networks.flatMap(({ dhcp, gateway }) => [
    ...[...instances, ...physicalMachines]
      .filter(({ name }) => name === dhcp?.dns?.value)
      .flatMap(({ address }) => (address === undefined || address.value === "dhcp" ? [] : [derive(address, String)])),
    ...(gateway === undefined ? [] : [derive(gateway, String)]),
  ]);
}
