import type { Environment } from "../../compiler/environment/environment.ts";
import type { InstanceGroup } from "../../compiler/environment/instance-group.ts";
import type { DnsRecord, Zone } from "../../compiler/environment/zone.ts";
import type { Block } from "../../formats/hcl/tree.ts";
import { type NamedMachines, namedMachines, type ServedHost, servedHosts } from "./host-records.ts";
import type { Section } from "./platform.ts";

type Blocks = readonly Block[];

/** How a provider's resources stand for names. */
export interface DnsResources {
  readonly zone: (environment: Environment, zone: Zone) => Block;
  readonly record: (environment: Environment, zone: Zone, record: DnsRecord) => Blocks;
  readonly host: (environment: Environment, served: ServedHost) => Block;
  /** The names of machines of a group. */
  readonly machines: (environment: Environment, group: InstanceGroup, named: NamedMachines) => Block;
}

/** Zones, their own records, and those of hosts that stand in them. */
export const dnsSection =
  ({ zone, record, host, machines }: DnsResources): Section =>
  (environment) => [
    ...environment.zones.flatMap((each) => [
      zone(environment, each),
      ...each.records.flatMap((one) => record(environment, each, one)),
    ]),
    ...servedHosts(environment).map((served) => host(environment, served)),
    ...environment.instances.flatMap((group): Blocks => {
      const named = namedMachines(environment, group);
      return named === undefined ? [] : [machines(environment, group, named)];
    }),
  ];
