import { type Emitter, following } from "../../compiler/emitter.ts";
import { json } from "../../formats/json/tree.ts";
import { leases, lentNetworks } from "./leases.ts";

/** Who hands out the addresses of an office: Kea, the successor of ISC's dhcpd. */
export const dhcp: Emitter = {
  target: "dhcp",
  title: "Kea DHCP",
  support: { ...following, "network.dhcp": "emits" },
  accompanies: (environment) => lentNetworks(environment).length > 0,
  checks: [],
  emit: (environment) => [
    {
      path: "kea-dhcp4.json",
      at: lentNetworks(environment)[0]?.dhcp.at ?? environment.at,
      document: json(leases(environment)),
    },
  ],
};
