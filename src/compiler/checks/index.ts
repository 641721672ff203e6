import type { Check } from "../emitter.ts";
import { adminPortsAreGuarded } from "./admin-ports-are-guarded.ts";
import { databasesAreGuarded } from "./databases-are-guarded.ts";
import { frontsLeadSomewhere } from "./fronts-lead-somewhere.ts";
import { hostsAreInZones } from "./hosts-are-in-zones.ts";
import { listenersAreUnique } from "./listeners-are-unique.ts";
import { networksAreDisjoint } from "./networks-are-disjoint.ts";
import { orderHasNoCycle } from "./order-has-no-cycle.ts";
import { portsAreReached } from "./ports-are-reached.ts";
import { portsAreThere } from "./ports-are-there.ts";
import { portsAreUnique } from "./ports-are-unique.ts";
import { recordsAreConsistent } from "./records-are-consistent.ts";
import { routesAreUnique } from "./routes-are-unique.ts";
import { rulesLetSomethingThrough } from "./rules-let-something-through.ts";

/** What must hold for an environment whatever its targets, one rule a file. */
export const checks: readonly Check[] = [
  networksAreDisjoint,
  portsAreUnique,
  listenersAreUnique,
  portsAreThere,
  portsAreReached,
  frontsLeadSomewhere,
  routesAreUnique,
  rulesLetSomethingThrough,
  adminPortsAreGuarded,
  databasesAreGuarded,
  hostsAreInZones,
  recordsAreConsistent,
  orderHasNoCycle,
];
