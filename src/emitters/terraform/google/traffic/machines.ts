import type { App } from "../../../../compiler/environment/app.ts";
import type { Environment } from "../../../../compiler/environment/environment.ts";
import type { Network } from "../../../../compiler/environment/network.ts";
import { by } from "../../../../compiler/rules.ts";
import { traced } from "../../../../formats/origin.ts";
import { callingGroups, listed } from "../../callers.ts";
import { serviceAccountEmail } from "../addresses.ts";
import { onePort, type Traffic } from "./rule.ts";

/** How people enter machines, and which apps call each other across groups; apps of one group meet at `localhost`. */
export const machineTraffic = (environment: Environment): readonly Traffic[] => [
  ...environment.networks.flatMap((network) => entrance(environment, network)),
  ...environment.apps.flatMap((app) => betweenApps(environment, app)),
];

/** From https://cloud.google.com/iap/docs/using-tcp-forwarding: where Identity-Aware Proxy calls from. */
const proxyRange = "35.235.240.0/20";

function entrance({ instances }: Environment, network: Network): readonly Traffic[] {
  if (instances.every((group) => group.network.name !== network.name)) return [];
  return [
    {
      words: [network.name, "entrance"],
      at: network.at,
      network,
      description: "SSH through Identity-Aware Proxy",
      ends: { source_ranges: [proxyRange] },
      ports: [{ action: "allow", protocol: "tcp", ports: ["22"] }],
      origins: [by("google-entrance", network.at)],
    },
  ];
}

function betweenApps(environment: Environment, app: App): readonly Traffic[] {
  const { name, at, runsOn, port } = app;
  const calling = callingGroups(environment, app);
  if (runsOn === undefined || port === undefined || calling.length === 0) return [];
  return [
    {
      words: [name, "callers"],
      at,
      network: runsOn.network,
      description: `${name} from ${listed(calling.flatMap(({ callers }) => callers))}`,
      ends: {
        source_service_accounts: calling.map(({ caller, origins }) => traced(serviceAccountEmail(caller), ...origins)),
        target_service_accounts: [serviceAccountEmail(runsOn)],
      },
      ports: [onePort(port)],
      origins: [...calling.flatMap(({ origins }) => origins), by("least-privilege", at)],
    },
  ];
}
