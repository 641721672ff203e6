import type { Environment } from "../../../compiler/environment/environment.ts";
import type { InstanceGroup } from "../../../compiler/environment/instance-group.ts";
import { by } from "../../../compiler/rules.ts";
import { type Block, because, block } from "../../../formats/hcl/tree.ts";
import { identifier } from "../identifiers.ts";
import { resourceName } from "../resource-name.ts";
import { groupTag } from "./addresses.ts";
import { type InboundRule, inboundRules } from "./traffic.ts";

/** What guards the machines of each group; it follows their tag, so it is there before them. */
export const firewalls = (environment: Environment): readonly Block[] =>
  environment.instances.map((group) => firewall(environment, group));

const firewall = (environment: Environment, group: InstanceGroup): Block =>
  because(
    [{ at: group.at }],
    block(
      ["resource", "digitalocean_firewall", identifier(group.name)],
      { name: resourceName(environment, group), tags: [groupTag(group)] },
      [...inboundRules(environment, group).map(inboundBlock), ...outboundBlocks(group)],
    ),
  );

const inboundBlock = ({ ports, source, origins }: InboundRule): Block =>
  because(origins, block(["inbound_rule"], { protocol: ports.protocol, port_range: ports.range, ...source }));

const everybody = ["0.0.0.0/0", "::/0"];

const outboundBlocks = (group: InstanceGroup): readonly Block[] =>
  [{ protocol: "tcp", port_range: "1-65535" }, { protocol: "udp", port_range: "1-65535" }, { protocol: "icmp" }].map(
    (ports) =>
      because(
        [by("machines-call-out", group.at)],
        block(["outbound_rule"], { ...ports, destination_addresses: everybody }),
      ),
  );
