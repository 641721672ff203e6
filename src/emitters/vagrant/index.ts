import { type Artifact, type Emitter, following } from "../../compiler/emitter.ts";
import type { Environment } from "../../compiler/environment/environment.ts";
import { literal, wholeReference } from "../../compiler/environment/text.ts";
import { headerOf } from "../../compiler/header.ts";
import { by } from "../../compiler/rules.ts";
import type { Traced } from "../../formats/origin.ts";
import { filled } from "../../formats/text/template.ts";
import { autostart } from "./autostart.ts";
import { dropletsHaveCredentials, somethingIsMade, systemsHaveBoxes } from "./checks/machines.ts";
import { developmentMachines } from "./development.ts";
import { hostsOf } from "./hosts.ts";
import { keyViews } from "./keys.ts";
import { dropletView, machineView } from "./machine-view.ts";
import { type Machine, machinesOf } from "./machines.ts";
import { netmaskOf } from "./netmask.ts";
import { playbookGroups } from "./playbook.ts";
import { configRb, droplets, vagrantfile } from "./templates.gen.ts";
import { userData } from "./user-data.ts";

/** Virtual machines of an office or of somebody's own computer, droplets that Vagrant makes, or machines to develop on. */
export const vagrant: Emitter = {
  target: "vagrant",
  title: "Vagrant",
  support: {
    ...following,
    provider: "emits",
    "provider.vagrant": "emits",
    "provider.credentials": "emits",
    network: "emits",
    "network.lan": "emits",
    secrets: "emits",
    access: "emits",
    "images.machine": "emits",
    "images.existing": "emits",
    instances: "emits",
    "instances.host": "emits",
    "instances.address": "emits",
    "instances.sshKeys": "emits",
    "instances.mounts": "emits",
    discovery: "emits",
    vars: "emits",
  },
  checks: [systemsHaveBoxes, dropletsHaveCredentials, somethingIsMade],
  emit(environment) {
    if (environment.provider?.kind.value !== "vagrant") return developmentMachines(environment);
    if (environment.provider.hypervisor.value === "digitalocean") return [dropletFile(environment)];
    return [vagrantFile(environment), configuration(environment), ...userData(environment), ...autostart(environment)];
  },
};

const dropletFile = (environment: Environment): Artifact => ({
  path: "Vagrantfile",
  at: environment.at,
  document: filled(
    droplets,
    {
      header: headerOf(environment),
      machines: machinesOf(environment.instances).map((machine) => dropletView(environment, machine)),
      groups: playbookGroups(environment),
      token: tokenVariable(environment),
      region: environment.provider === undefined ? "" : literal(environment.provider.region),
    },
    [by("vagrant-droplet-box", environment.at)],
  ),
});

/** The environment variable that holds the token; a check has seen to it that there is one. */
function tokenVariable({ provider, secrets }: Environment): string {
  const reference = provider?.credentials === undefined ? undefined : wholeReference(provider.credentials);
  const source = secrets.find(({ name }) => reference?.kind === "secret" && reference.name === name)?.source;
  return source?.kind === "env" ? source.variable : "";
}

function vagrantFile(environment: Environment): Artifact {
  const { instances, provider, at } = environment;
  const machines = machinesOf(instances).map((machine) => machineView(environment, machine));
  const netmask = netmaskOf(environment);
  return {
    path: "Vagrantfile",
    at,
    document: filled(
      vagrantfile,
      {
        header: headerOf(environment),
        hasHosts: hostsOf(environment).length > 0,
        isBridged: netmask !== undefined,
        netmask,
        isLibvirt: provider?.hypervisor.value === "libvirt",
        hasDisks: instances.some(({ disks }) => disks.length > 0),
        hasContainerSystems: machines.some(({ isContainerSystem }) => isContainerSystem === true),
        keys: keyViews(environment),
        groups: playbookGroups(environment),
      },
      [by("vagrant-configuration", at)],
    ),
  };
}

function configuration(environment: Environment): Artifact {
  const hosts = hostsOf(environment);
  const view = (host: Traced<string> | undefined) => (machine: Machine) => ({
    ...machineView(environment, machine),
    host,
  });
  const machines =
    hosts.length === 0
      ? machinesOf(environment.instances).map(view(undefined))
      : hosts.flatMap((host) => host.machines.map(view(host.name)));
  return {
    path: "config.rb",
    at: environment.at,
    document: filled(configRb, { header: headerOf(environment), machines, hasHosts: hosts.length > 0 }, [
      by("vagrant-machine", environment.at),
    ]),
  };
}
