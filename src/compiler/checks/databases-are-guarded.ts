import { diagnose } from "../diagnostics/diagnostic.ts";
import type { Check } from "../emitter.ts";
import { placeOf } from "../environment/written.ts";
import { everybody } from "./openings.ts";

/** A database is for the apps that refer to it, not for everybody. */
export const databasesAreGuarded: Check = function* ({ firewall }) {
  for (const rule of firewall)
    for (const { value } of rule.to.filter((target) => target.value.section === "database"))
      for (const peer of everybody(rule))
        yield diagnose("database-open", placeOf(peer), { database: `database.${value.name}` });
};
