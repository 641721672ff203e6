import type { SshKey } from "../../../../compiler/environment/access.ts";
import type { Environment } from "../../../../compiler/environment/environment.ts";
import type { FirewallRule, Peer, PortRange } from "../../../../compiler/environment/firewall-rule.ts";
import type { InstanceGroup } from "../../../../compiler/environment/instance-group.ts";
import { wholeReference } from "../../../../compiler/environment/text.ts";
import { by } from "../../../../compiler/rules.ts";
import { call, type Expression, object, reference, template } from "../../../../formats/hcl/tree.ts";
import { derive, ORIGINS, type Traced, traced } from "../../../../formats/origin.ts";
import { fleetSettings } from "../../../parts/fleet-settings.ts";
import { appsOf, fleetOf } from "../../../parts/fleet-node/node-setup.ts";
import { backendsOf } from "../../backends.ts";
import { identifier, identifiers } from "../../identifiers.ts";
import { lowerFixed, scalar } from "../../lower.ts";
import { lower } from "../lower.ts";
import { balancersTo, type InModule } from "./apart.ts";
import type { ModuleInput } from "../../modules/module-input.ts";
import { nameInZone, zoneInputs } from "./zone-inputs.ts";

const string = reference("string");

/** What the module of a group asks for. */
export function machineInputs(environment: Environment, group: InModule<InstanceGroup>): readonly ModuleInput[] {
  const { at, name, count, hostname } = group;
  const named = hostname && nameInZone(environment, hostname);
  return [
    {
      name: "instances",
      at: [...at, "count"],
      description: "How many machines there are.",
      type: reference("number"),
      value: scalar(count),
    },
    { name: "role", at, description: "What the machines are there for.", type: string, value: traced(name, { at }) },
    {
      name: "environment",
      at,
      description: "The environment that they belong to.",
      type: string,
      value: environment.environment,
    },
    {
      name: "zones",
      at: environment.provider?.at ?? at,
      description: "The zones that the machines go round.",
      type: call("list", string),
      value: zonesOf(environment),
    },
    ...keysOf(environment, group).map((key) => keyInput(environment, group, key)),
    ...(named === undefined ? [] : zoneInputs(environment, named.zone)),
    {
      name: "fw_rules",
      at: ["firewall"],
      description: "What the firewall lets through to the machines.",
      type: call(
        "list",
        call(
          "object",
          object({ name: string, protocol: string, source_ips: call("list", string), ports: call("list", string) }),
        ),
      ),
      value: [...rulesOf(environment, group), ...balancerRules(environment, group)],
    },
    ...settingInputs(environment, group),
  ];
}

/** Zones are written by name; where they begin with the region, they follow the input that it is. */
function zonesOf({ provider }: Environment): Expression {
  const zones = provider?.zones ?? [];
  const region = provider && wholeReference(provider.region);
  if (region?.kind !== "variable") return zones;
  return zones.map((zone) =>
    zone.value.startsWith(`${region.value}-`)
      ? traced(template(reference(`var.${region.name}`), zone.value.slice(region.value.length)), ...zone[ORIGINS])
      : zone,
  );
}

/** The keys that sign in to machines of a group. */
export const keysOf = ({ access }: Environment, { sshKeys }: InstanceGroup): readonly SshKey[] =>
  (access?.sshKeys ?? []).filter(({ name }) => sshKeys === undefined || sshKeys.some(({ value }) => value === name));

const keyName = (environment: Environment, group: InstanceGroup, key: SshKey): string => {
  const name = key.source.kind === "file" ? "public_key_path" : "public_key";
  return keysOf(environment, group).length === 1 ? name : identifiers(key.name, name);
};

function keyInput(environment: Environment, group: InstanceGroup, key: SshKey): ModuleInput {
  const { source, at, name } = key;
  const given = source.kind === "file" ? source.path : source.kind === "literal" ? source.key : source.text;
  const what = source.kind === "file" ? "The file with the public key" : "The public key";
  return {
    name: keyName(environment, group, key),
    at,
    description: `${what} of ${name}, who may sign in.`,
    type: string,
    value: lower(environment, given),
    ...(source.kind === "secret" ? { sensitive: true } : {}),
  };
}

/** The keys of a machine as its metadata hold them: `core:ssh-ed25519 …`. */
export function keyLines(environment: Environment, group: InstanceGroup, usual: string): Expression | undefined {
  const keys = keysOf(environment, group);
  if (keys.length === 0) return undefined;
  const lines = keys.map((key) => {
    const input = reference(`var.${keyName(environment, group, key)}`);
    const content = key.source.kind === "file" ? call("trimspace", call("file", call("pathexpand", input))) : input;
    const user = key.user === undefined ? usual : lowerFixed(environment, key.user);
    return traced(template(user, ":", content), { at: key.at });
  });
  return lines.length === 1 ? lines[0] : call("join", "\n", lines);
}

/** The rules of `firewall` that lead to the group, as data: one entry for each protocol. */
function rulesOf({ firewall }: Environment, group: InstanceGroup): readonly Expression[] {
  const leading = firewall.filter(({ to }) =>
    to.some(({ value }) => value.section === "instances" && value.name === group.name),
  );
  return leading.flatMap((rule) => {
    const protocols = (["tcp", "udp"] as const).filter((protocol) =>
      rule.allow.some(({ value }) => value.protocol === protocol),
    );
    return protocols.map((protocol) =>
      traced(
        object({
          name: protocols.length === 1 ? rule.name : `${rule.name}-${protocol}`,
          protocol,
          source_ips: sourcesOf(rule),
          ports: rule.allow.filter(({ value }) => value.protocol === protocol).map((range) => derive(range, written)),
        }),
        { at: rule.at },
      ),
    );
  });
}

const written = ({ from, to }: PortRange): string => (from === to ? String(from) : `${from}-${to}`);

/** From https://cloud.google.com/vpc/docs/vpc#ip-ranges: the addresses of networks that Google lays out itself. */
const automaticRange = "10.128.0.0/9";

const sourcesOf = ({ from }: FirewallRule): readonly Traced<string>[] => from.map((peer) => derive(peer, rangeOf));

const rangeOf = (peer: Peer): string =>
  peer.kind === "any" ? "0.0.0.0/0" : peer.kind === "cidr" ? peer.cidr : automaticRange;

/** A balancer hands connections on with their senders' addresses, so that everybody reaches what it leads to. */
function balancerRules(environment: Environment, group: InstanceGroup): readonly Expression[] {
  return balancersTo(environment, group).flatMap((balancer) =>
    backendsOf(balancer).flatMap(({ group: { name }, port }) => {
      if (name !== group.name || isOpen(environment, group, port.value)) return [];
      const entry = object({
        name: `${balancer.name}-${port.value}`,
        protocol: "tcp",
        source_ips: ["0.0.0.0/0"],
        ports: [derive(port, String)],
      });
      return [traced(entry, { at: balancer.at }, by("google-front-door", balancer.at))];
    }),
  );
}

const isOpen = ({ firewall }: Environment, { name }: InstanceGroup, port: number): boolean =>
  firewall.some(
    ({ from, to, allow }) =>
      from.some(({ value }) => value.kind === "any") &&
      to.some(({ value }) => value.name === name) &&
      allow.some(({ value }) => value.protocol === "tcp" && value.from <= port && port <= value.to),
  );

/** Settings of apps that only the deployment knows, by app; the machines read them in a file. */
function settingInputs(environment: Environment, group: InModule<InstanceGroup>): readonly ModuleInput[] {
  const apps = appsWithSettings(environment, group);
  if (apps.length === 0) return [];
  const values = apps.map((app) => {
    const { deployed } = fleetSettings(environment, app);
    const settings = deployed.map(({ name, value }) => [name, lower(environment, value)]);
    return [identifier(app.name), traced(object(Object.fromEntries(settings)), { at: app.at })];
  });
  return [
    {
      name: "settings",
      at: group.at,
      description: "What only the deployment knows of the settings of apps, by app.",
      type: call("map", call("map", string)),
      value: object(Object.fromEntries(values)),
      sensitive: true,
    },
  ];
}

export function appsWithSettings(environment: Environment, group: InstanceGroup) {
  const fleet = fleetOf(environment, group);
  const apps = fleet === undefined ? [] : appsOf(environment, fleet);
  return apps.filter((app) => fleetSettings(environment, app).deployed.length > 0);
}
