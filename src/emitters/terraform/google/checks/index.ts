import type { Check } from "../../../../compiler/emitter.ts";
import { agentsAreSetUp } from "../../checks/agents.ts";
import { backendsListen, healthIsMeasured, listenersAgree } from "../../checks/balancers.ts";
import { clustersHaveNodes, nodesAreOfTheProvider } from "../../checks/clusters.ts";
import { hostnamesStay, jobsRunOnce, sizesSuffice, systemsAreKnown, userDataFits } from "../../checks/machines.ts";
import { machinesHaveWayOut, networkKinds, networksMeet } from "../../checks/networks.ts";
import { secretManager } from "../settings.ts";
import { databaseSizes, machineSizes } from "../sizes.ts";
import { balancersAreSold, certificatesAreSold } from "./balancers.ts";
import { clustersAreSold, databasesHaveAddresses, namedZonesSuffice } from "./clusters.ts";
import { backupsAreDaily, databasesAreSold, usersAreLimited } from "./databases.ts";
import { disksAreSold } from "./disks.ts";
import { endpointsAreAddresses } from "./endpoints.ts";
import { rulesAreKept } from "./firewall.ts";
import { names } from "./names.ts";

const seconds = { least: 1, most: 300 };

/** What Google Cloud demands, one rule a function. */
export const checks: readonly Check[] = [
  names,
  // A quarter of the network is for databases, which take 256 addresses, a sixteenth for proxies, which take 64.
  networkKinds(8, 22),
  machinesHaveWayOut,
  clustersHaveNodes,
  nodesAreOfTheProvider,
  clustersAreSold,
  namedZonesSuffice,
  databasesHaveAddresses,
  networksMeet,
  systemsAreKnown,
  sizesSuffice("instances", machineSizes),
  sizesSuffice("nodePools", machineSizes),
  disksAreSold,
  agentsAreSetUp,
  hostnamesStay,
  jobsRunOnce,
  userDataFits(secretManager, 256 * 1024),
  rulesAreKept,
  listenersAgree,
  backendsListen,
  balancersAreSold,
  certificatesAreSold,
  healthIsMeasured(seconds, seconds),
  sizesSuffice("databases", databaseSizes),
  databasesAreSold,
  usersAreLimited,
  backupsAreDaily,
  endpointsAreAddresses,
];
