import type { Check } from "../../../../compiler/emitter.ts";
import { backendsListen, certificatesAreProved, healthIsMeasured, listenersAgree } from "./balancers.ts";
import { databasesAreSold, databasesFit } from "./databases.ts";
import { disksAreSold, hostnamesStay, jobsRunOnce, machinesFit, systemsAreKnown, userDataFits } from "./machines.ts";
import { names } from "./names.ts";
import { machinesHaveWayOut, networkKinds, networksMeet, zonesSuffice } from "./networks.ts";

/** What AWS demands, one rule a function. */
export const checks: readonly Check[] = [
  names,
  networkKinds,
  zonesSuffice,
  machinesHaveWayOut,
  networksMeet,
  systemsAreKnown,
  machinesFit,
  disksAreSold,
  hostnamesStay,
  jobsRunOnce,
  userDataFits,
  listenersAgree,
  backendsListen,
  certificatesAreProved,
  healthIsMeasured,
  databasesFit,
  databasesAreSold,
];
