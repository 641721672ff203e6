import type { Check } from "../../../../compiler/emitter.ts";
import { agentsAreSetUp } from "../../checks/agents.ts";
import { backendsListen, healthIsMeasured } from "../../checks/balancers.ts";
import { hostsAreInZones } from "../../checks/certificates.ts";
import { clustersHaveNodes, nodesAreOfTheProvider } from "../../checks/clusters.ts";
import { hostnamesStay, jobsRunOnce, sizesSuffice, systemsAreKnown, userDataFits } from "../../checks/machines.ts";
import { networksMeet } from "../../checks/networks.ts";
import { isSignedHere } from "../certificates.ts";
import { needsOf } from "../machine.ts";
import { carriedSettings } from "../settings.ts";
import { databaseSizes, machineSizes } from "../sizes.ts";
import { backupsAreDaily } from "./backups.ts";
import { balancersAreSimple, certificatesAreServed, listenersForward } from "./balancers.ts";
import { databasesAreSold, usersMayWrite } from "./databases.ts";
import { disksAreSold } from "./disks.ts";
import { names } from "./names.ts";
import { networksAreSold, rulesAreSold } from "./networks.ts";
import { deploysInterrupt, growthInterrupts } from "./outages.ts";
import { recordsHaveForm } from "./records.ts";
import { secretsAreShown, settingsComeInOrder } from "./settings.ts";

const mostBytes = 65536;
const seconds = { least: 3, most: 300 };

/** What DigitalOcean demands, one rule a function. */
export const checks: readonly Check[] = [
  names,
  networksAreSold,
  rulesAreSold,
  networksMeet,
  clustersHaveNodes,
  nodesAreOfTheProvider,
  systemsAreKnown,
  sizesSuffice("instances", machineSizes, needsOf),
  sizesSuffice("nodePools", machineSizes),
  disksAreSold,
  agentsAreSetUp,
  hostnamesStay,
  jobsRunOnce,
  userDataFits(carriedSettings, mostBytes),
  secretsAreShown,
  settingsComeInOrder,
  backendsListen,
  growthInterrupts,
  deploysInterrupt,
  balancersAreSimple,
  listenersForward,
  certificatesAreServed,
  hostsAreInZones(isSignedHere),
  healthIsMeasured(seconds, seconds),
  sizesSuffice("databases", databaseSizes),
  databasesAreSold,
  usersMayWrite,
  backupsAreDaily,
  recordsHaveForm,
];
