import { diagnose } from "../../../../compiler/diagnostics/diagnostic.ts";
import type { Check } from "../../../../compiler/emitter.ts";
import { isDaily, toDays } from "../../days.ts";

const days = 7;

/** Databases are copied daily, at an hour of the provider's, and the copies of a week are kept. */
export const backupsAreDaily: Check = function* ({ backups, databases }) {
  for (const plan of backups.filter(({ name }) => databases.some(({ backup }) => backup?.name === name))) {
    const { name, at, keep } = plan;
    if (!isDaily(plan.schedule.value))
      yield diagnose("digitalocean-backup", [...at, "schedule"], { plan: name, problem: "they are daily" });
    else if (toDays(keep.value) > days)
      yield diagnose("digitalocean-backup", [...at, "keep"], { plan: name, problem: `they are kept for ${days} days` });
    else yield diagnose("digitalocean-backup-hour", [...at, "schedule"], { plan: name });
  }
};
