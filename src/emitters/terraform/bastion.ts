import type { Bastion, Tunnel } from "../../compiler/environment/access.ts";
import type { Environment } from "../../compiler/environment/environment.ts";
import type { FirewallRule, Peer, PortRange } from "../../compiler/environment/firewall-rule.ts";
import type { BootImage } from "../../compiler/environment/image.ts";
import type { InstanceGroup } from "../../compiler/environment/instance-group.ts";
import type { Network } from "../../compiler/environment/network.ts";
import { by } from "../../compiler/rules.ts";
import { ORIGINS, type Traced, traced } from "../../formats/origin.ts";

export const bastionName = "bastion";

/** The environment with its bastion among the machines, which is a group like others, and the ways to it and from it. */
export function withBastion(environment: Environment): Environment {
  const { access, instances, firewall } = environment;
  const network = access?.bastion?.network;
  if (access?.bastion === undefined || network === undefined) return environment;
  const group = bastionGroup(environment, access.bastion, network);
  return {
    ...environment,
    instances: [...instances, group].sort((a, b) => (a.name < b.name ? -1 : 1)),
    firewall: [
      ...firewall.map(withBastionPeers),
      ...entrance(access.bastion),
      ...wayToMachines(environment, access.bastion),
      ...access.tunnels.map((tunnel) => tunnelRule(tunnel)),
    ],
  };
}

const bastionGroup = (
  environment: Environment,
  { at, image, size, perZone }: Bastion,
  network: Network,
): InstanceGroup => ({
  name: bastionName,
  at,
  network,
  size,
  image: bootImage(environment, image),
  count: perZone.value ? network.zones : traced(1, ...perZone[ORIGINS]),
  public: traced(true, by("bastion-public", at)),
  kind: traced("vm", by("bastion-public", at)),
  resources: { cpu: undefined, memory: undefined },
  disks: [],
  hostname: undefined,
  firstIndex: traced(1, by("default", at)),
  scaling: undefined,
  host: undefined,
  address: undefined,
  autostart: traced(false, by("default", at)),
  sshKeys: undefined,
  packages: [],
  labels: [],
  preemptible: traced(false, by("default", at)),
  subnet: undefined,
  module: network.module,
});

function bootImage({ machineImages }: Environment, written: Bastion["image"]): BootImage {
  const image = machineImages.find(({ name }) => name === written.value);
  return image === undefined ? { kind: "stock", system: written } : { kind: "built", image };
}

type ElementPeer = Extract<Peer, { kind: "element" }>;

const peer: ElementPeer = { kind: "element", section: "instances", name: bastionName };

/** Rules of the spec may name the bastion, which is no element there. */
const withBastionPeers = (rule: FirewallRule): FirewallRule => ({
  ...rule,
  from: [...rule.from, ...(rule.bastion.from === undefined ? [] : [traced(peer, { at: rule.bastion.from })])],
  to: [...rule.to, ...(rule.bastion.to === undefined ? [] : [traced(peer, { at: rule.bastion.to })])],
});

const ssh: PortRange = { from: 22, to: 22, protocol: "tcp" };

type Ends = Pick<FirewallRule, "name" | "at" | "from" | "to"> & { readonly port: Traced<PortRange> };

const rule = ({ port, ...ends }: Ends): FirewallRule => ({
  ...ends,
  allow: [port],
  bastion: { from: undefined, to: undefined },
});

const entrance = ({ at, from }: Bastion): readonly FirewallRule[] =>
  from.length === 0
    ? []
    : [rule({ name: bastionName, at, from, to: [traced(peer, { at })], port: traced(ssh, by("bastion-ssh", at)) })];

/** Where no rule says whom the bastion reaches, it is there for the machines that the world does not reach. */
function wayToMachines({ firewall, instances }: Environment, { at }: Bastion): readonly FirewallRule[] {
  if (firewall.some(({ bastion }) => bastion.from !== undefined)) return [];
  const hidden = instances.filter((group) => !group.public.value);
  if (hidden.length === 0) return [];
  const to = hidden.map(({ name, at: place }) =>
    traced<ElementPeer>({ kind: "element", section: "instances", name }, { at: place }),
  );
  const port = traced(ssh, by("bastion-ssh", at));
  return [rule({ name: "machines", at, from: [traced(peer, { at })], to, port })];
}

const tunnelRule = ({ name, at, to, port }: Tunnel): FirewallRule =>
  rule({
    name,
    at,
    from: [traced(peer, { at })],
    to: [traced<ElementPeer>({ kind: "element", section: "instances", name: to.name }, { at: [...at, "to"] })],
    port: traced({ from: port.value, to: port.value, protocol: "tcp" as const }, ...port[ORIGINS]),
  });
