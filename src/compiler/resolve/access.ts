import { diagnose } from "../diagnostics/diagnostic.ts";
import type { Access, Bastion, SshKey, Tunnel } from "../environment/access.ts";
import type { InstanceGroup } from "../environment/instance-group.ts";
import type { Named } from "../environment/located.ts";
import type { Network } from "../environment/network.ts";
import type {
  Access as AccessSpec,
  Bastion as BastionSpec,
  Spec,
  SSHKey,
  Tunnel as TunnelSpec,
} from "../spec/spec.gen.ts";
import { checkCidr } from "./cidr.ts";
import type { Context } from "./context.ts";
import { requireKeys } from "./kinds.ts";
import { type Choices, find } from "./lookup.ts";
import { optionalOrOnly } from "./members.ts";
import { peersOf } from "./peers.ts";
import { flag, integer, string, textOf } from "./read.ts";
import { child, type Element, elements, type Section } from "./section.ts";

export interface AccessSurroundings {
  readonly groups: readonly InstanceGroup[];
  readonly networks: readonly Network[];
  readonly reachable: Choices<Named>;
}

export function resolveAccess(context: Context, spec: Spec, around: AccessSurroundings): Access | undefined {
  const section = child({ at: [], value: spec }, "access") as Section<AccessSpec> | undefined;
  if (section === undefined) return undefined;
  const { at, value } = section;
  return {
    at,
    sshKeys: elements<SSHKey>([...at, "sshKeys"], value.sshKeys).flatMap((element) => resolveKey(context, element)),
    bastion: resolveBastion(context, section, around),
    tunnels: elements<TunnelSpec>([...at, "tunnels"], value.tunnels).flatMap((element) =>
      resolveTunnel(context, element, around.groups),
    ),
    vpn: resolveVpn(context, section),
  };
}

const sources = ["publicKeyFile", "publicKey", "secret"] as const;

function resolveKey(context: Context, element: Element<SSHKey>): readonly SshKey[] {
  const { name, at, value } = element;
  const written = sources.filter((key) => value[key] !== undefined);
  const [source] = written;
  const text = source && textOf(context, element, source);
  if (written.length !== 1 || text === undefined) {
    context.report(diagnose("key-source", at, { name, written }));
    return [];
  }
  const user = textOf(context, element, "user");
  if (source === "publicKeyFile") return [{ name, at, user, source: { kind: "file", path: text } }];
  if (source === "publicKey") return [{ name, at, user, source: { kind: "literal", key: text } }];
  return [{ name, at, user, source: { kind: "secret", text } }];
}

function resolveBastion(
  context: Context,
  access: Section<AccessSpec>,
  { networks, reachable }: AccessSurroundings,
): Bastion | undefined {
  const section = child(access, "bastion") as Section<BastionSpec> | undefined;
  if (section === undefined || section.value.enabled === false) return undefined;
  const choices = [{ section: "network", elements: networks }];
  return {
    at: section.at,
    network: optionalOrOnly(context, section, "network", choices)?.value.element,
    image: string(context, section, "image", "ubuntu-24.04"),
    size: textOf(context, section, "size"),
    perZone: flag(context, section, "perZone", false),
    from: peersOf(context, section, "from", reachable) ?? [],
  };
}

function resolveTunnel(
  context: Context,
  element: Element<TunnelSpec>,
  groups: readonly InstanceGroup[],
): readonly Tunnel[] {
  const { name, at, value } = element;
  if (!requireKeys(context, element, `access.tunnels.${name}`, ["to", "port"])) return [];
  const choices = [{ section: "instances", elements: groups }];
  const to = find(context, [...at, "to"], value.to ?? "", choices, true)?.element;
  const port = integer(context, element, "port");
  return to === undefined || port === undefined
    ? []
    : [{ name, at, to, port, local: integer(context, element, "local") ?? port }];
}

function resolveVpn(context: Context, access: Section<AccessSpec>) {
  const section = child(access, "vpn");
  if (section === undefined || section.value.enabled === false) return undefined;
  if (!requireKeys(context, section, "access.vpn", ["cidr"])) return undefined;
  const cidr = string(context, section, "cidr");
  if (cidr !== undefined) checkCidr(context, [...section.at, "cidr"], cidr.value);
  return cidr;
}
