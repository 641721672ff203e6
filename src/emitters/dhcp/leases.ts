import type { Environment } from "../../compiler/environment/environment.ts";
import type { InstanceGroup } from "../../compiler/environment/instance-group.ts";
import type { Dhcp } from "../../compiler/environment/lan.ts";
import type { Network } from "../../compiler/environment/network.ts";
import { knownText } from "../parts/known-text.ts";
import { by } from "../../compiler/rules.ts";
import type { JsonNode } from "../../formats/json/tree.ts";
import { derive, ORIGINS, type Traced, traced } from "../../formats/origin.ts";

export type LentNetwork = Network & { readonly dhcp: Dhcp };

/** The networks of which somebody of ours hands out addresses. */
export const lentNetworks = ({ networks }: Environment): readonly LentNetwork[] =>
  networks.filter((network): network is LentNetwork => network.dhcp !== undefined);

/** The range, and what a machine is told: the router, and the machine that knows names. */
export function leases(environment: Environment): JsonNode {
  const networks = lentNetworks(environment);
  const at = networks[0]?.dhcp.at ?? environment.at;
  return {
    Dhcp4: {
      "interfaces-config": traced({ interfaces: ["*"] }, by("dhcp-interfaces", at)),
      "lease-database": traced({ type: "memfile", "lfc-interval": 3600 }, by("dhcp-leases", at)),
      subnet4: networks.map((network, index) => subnet(environment, network, index + 1)),
    },
  };
}

const subnet = (environment: Environment, network: LentNetwork, id: number): JsonNode => ({
  id,
  subnet: network.cidr,
  "valid-lifetime": derive(network.dhcp.lease, (milliseconds) => milliseconds / 1000),
  pools: [{ pool: derive(network.dhcp.range, (range) => range.replace("-", " - ")) }],
  "option-data": [
    ...(network.gateway === undefined ? [] : [option("routers", network.gateway)]),
    ...told("domain-name-servers", nameServers(environment, network)),
    ...told("domain-search", searched(environment)),
  ],
});

const option = (name: string, data: Traced<string>): JsonNode => ({ name, data });

const told = (name: string, values: readonly Traced<string>[]): readonly JsonNode[] =>
  values.length === 0
    ? []
    : [option(name, traced(values.map(({ value }) => value).join(", "), ...values.flatMap((value) => value[ORIGINS])))];

/** The fixed addresses of the machines that are asked for names. */
const nameServers = ({ instances, physicalMachines }: Environment, { dhcp }: LentNetwork): readonly Traced<string>[] =>
  [...instances, ...physicalMachines]
    .filter(({ name }) => name === dhcp.dns?.value)
    .flatMap(({ address }: InstanceGroup) =>
      address === undefined || address.value === "dhcp"
        ? []
        : [traced(address.value, ...address[ORIGINS], ...(dhcp.dns?.[ORIGINS] ?? []))],
    );

/** A machine finds its neighbours by the names that BIND of ours knows. */
const searched = ({ bindZones }: Environment): readonly Traced<string>[] =>
  bindZones.map(({ domain }) => traced(knownText(domain), ...domain[ORIGINS]));
