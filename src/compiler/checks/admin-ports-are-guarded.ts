import type { Traced } from "../../formats/origin.ts";
import { diagnose } from "../diagnostics/diagnostic.ts";
import type { Check } from "../emitter.ts";
import type { FirewallRule, PortRange } from "../environment/firewall-rule.ts";
import { placeOf } from "../environment/written.ts";
import { covers, everybody } from "./openings.ts";

/** Ports of services by which machines, clusters and their data are ruled. */
const services: Readonly<Record<number, string>> = {
  22: "SSH",
  23: "Telnet",
  2375: "Docker",
  2376: "Docker",
  2379: "etcd",
  2380: "etcd",
  3306: "MySQL",
  3389: "Remote Desktop",
  4646: "Nomad",
  5432: "PostgreSQL",
  5900: "VNC",
  5985: "WinRM",
  5986: "WinRM",
  6379: "Redis",
  6443: "Kubernetes",
  8200: "Vault",
  8500: "Consul",
  9200: "Elasticsearch",
  10250: "the kubelet",
  11211: "Memcached",
  27017: "MongoDB",
};

/** As many as a sentence bears. */
const SHOWN = 4;

/** What rules machines is for those who rule them, not for everybody. */
export const adminPortsAreGuarded: Check = function* ({ firewall }) {
  for (const rule of firewall.filter(leadsToMachines))
    for (const peer of everybody(rule))
      for (const range of rule.allow) {
        const open = servicesIn(range);
        const related = [{ place: { at: placeOf(range) }, message: "on these ports" }];
        if (open.length > 0) yield diagnose("admin-port-open", placeOf(peer), { services: shortened(open) }, related);
      }
};

/** A balancer forwards what it listens to and nothing else; databases have a rule of their own. */
const leadsToMachines = ({ to, bastion }: FirewallRule): boolean =>
  bastion.to !== undefined || to.some(({ value }) => value.section === "instances" || value.section === "apps");

const servicesIn = ({ value }: Traced<PortRange>): readonly string[] =>
  Object.entries(services)
    .filter(([port]) => covers(value, Number(port)))
    .map(([port, name]) => `${name} (${port})`);

const shortened = (names: readonly string[]): readonly string[] =>
  names.length <= SHOWN ? names : [...names.slice(0, SHOWN), `${names.length - SHOWN} more`];
