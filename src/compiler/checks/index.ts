import type { Check } from "../emitter.ts";
import { addressesAreAskedFor } from "./addresses-are-asked-for.ts";
import { addressesAreFree } from "./addresses-are-free.ts";
import { adminPortsAreGuarded } from "./admin-ports-are-guarded.ts";
import { callsAreAnswered } from "./calls-are-answered.ts";
import { clustersAreGuarded } from "./clusters-are-guarded.ts";
import { componentsHaveFolders } from "./components-have-folders.ts";
import { controlPlanesArePrivate } from "./control-planes-are-private.ts";
import { copiesAreOfServices } from "./copies-are-of-services.ts";
import { copiesFitMachines } from "./copies-fit-machines.ts";
import { dashboardsAreGuarded } from "./dashboards-are-guarded.ts";
import { databasesAreGuarded } from "./databases-are-guarded.ts";
import { endOfLife } from "./end-of-life.ts";
import { frontsLeadSomewhere } from "./fronts-lead-somewhere.ts";
import { groupsHaveMachines } from "./groups-have-machines.ts";
import { healthAsksEnough } from "./health-asks-enough.ts";
import { hostsAreInZones } from "./hosts-are-in-zones.ts";
import { imagesArePinned } from "./images-are-pinned.ts";
import { lansAreOffices } from "./lans-are-offices.ts";
import { listenersAreUnique } from "./listeners-are-unique.ts";
import { metricsAreGuarded } from "./metrics-are-guarded.ts";
import { networksAreDisjoint } from "./networks-are-disjoint.ts";
import { nodesStay } from "./nodes-stay.ts";
import { networksAreNotOpen } from "./networks-are-not-open.ts";
import { nothingIsUnused } from "./nothing-is-unused.ts";
import { numbersKeepLimits } from "./numbers-keep-limits.ts";
import { orderHasNoCycle } from "./order-has-no-cycle.ts";
import { portsAreReached } from "./ports-are-reached.ts";
import { portsAreThere } from "./ports-are-there.ts";
import { portsAreUnique } from "./ports-are-unique.ts";
import { productionIsDoubled } from "./production-is-doubled.ts";
import { publishedPortsAreUnique } from "./published-ports-are-unique.ts";
import { recordsAreConsistent } from "./records-are-consistent.ts";
import { routesAreUnique } from "./routes-are-unique.ts";
import { rulesLetSomethingThrough } from "./rules-let-something-through.ts";
import { schedulesAreOfJobs } from "./schedules-are-of-jobs.ts";
import { connectionsAreEncrypted, logsAreStreams } from "./settings-are-sound.ts";
import { timesMakeSense } from "./times-make-sense.ts";
import { workersAreSeveral } from "./workers-are-several.ts";

/** What must hold for an environment whatever its targets, one rule a file. */
export const checks: readonly Check[] = [
  networksAreDisjoint,
  lansAreOffices,
  addressesAreFree,
  portsAreUnique,
  publishedPortsAreUnique,
  listenersAreUnique,
  portsAreThere,
  portsAreReached,
  callsAreAnswered,
  frontsLeadSomewhere,
  routesAreUnique,
  rulesLetSomethingThrough,
  adminPortsAreGuarded,
  networksAreNotOpen,
  controlPlanesArePrivate,
  workersAreSeveral,
  dashboardsAreGuarded,
  metricsAreGuarded,
  databasesAreGuarded,
  clustersAreGuarded,
  nodesStay,
  productionIsDoubled,
  hostsAreInZones,
  recordsAreConsistent,
  orderHasNoCycle,
  schedulesAreOfJobs,
  copiesAreOfServices,
  copiesFitMachines,
  numbersKeepLimits,
  groupsHaveMachines,
  timesMakeSense,
  imagesArePinned,
  healthAsksEnough,
  connectionsAreEncrypted,
  logsAreStreams,
  nothingIsUnused,
  componentsHaveFolders,
  addressesAreAskedFor,
  endOfLife,
];
