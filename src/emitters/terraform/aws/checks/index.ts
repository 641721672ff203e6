import type { Check } from "../../../../compiler/emitter.ts";
import { backendsListen, healthIsMeasured, listenersAgree } from "../../checks/balancers.ts";
import { hostsAreInZones } from "../../checks/certificates.ts";
import { clustersHaveNodes, nodesAreOfTheProvider } from "../../checks/clusters.ts";
import { hostnamesStay, jobsRunOnce, sizesSuffice, systemsAreKnown, userDataFits } from "../../checks/machines.ts";
import { machinesHaveWayOut, networkKinds, networksMeet } from "../../checks/networks.ts";
import { parameterStore } from "../settings.ts";
import { databaseSizes, machineSizes } from "../sizes.ts";
import { agentsAreInstalled } from "../../checks/agents.ts";
import { issuersAreServed } from "./certificates.ts";
import { clustersSpanZones } from "./clusters.ts";
import { databasesAreSold } from "./databases.ts";
import { disksAreSold } from "./disks.ts";
import { keysAreSingle } from "./keys.ts";
import { names } from "./names.ts";
import { zonesSuffice } from "./networks.ts";

/** What AWS demands, one rule a function. */
export const checks: readonly Check[] = [
  names,
  // Networks of 65536 to 16 addresses, cut into sixteen subnets of 16 at least.
  networkKinds(16, 24),
  zonesSuffice,
  machinesHaveWayOut,
  clustersHaveNodes,
  nodesAreOfTheProvider,
  clustersSpanZones,
  networksMeet,
  systemsAreKnown,
  sizesSuffice("instances", machineSizes),
  sizesSuffice("nodePools", machineSizes),
  disksAreSold,
  keysAreSingle,
  agentsAreInstalled,
  hostnamesStay,
  jobsRunOnce,
  userDataFits(parameterStore, 16 * 1024),
  listenersAgree,
  backendsListen,
  issuersAreServed,
  hostsAreInZones((_, { issuer }) => issuer.value === "provider"),
  healthIsMeasured({ least: 5, most: 300 }, { least: 2, most: 120 }),
  sizesSuffice("databases", databaseSizes),
  databasesAreSold,
];
