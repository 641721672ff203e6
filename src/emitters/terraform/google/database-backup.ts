import type { Backup } from "../../../compiler/environment/backup.ts";
import type { Database } from "../../../compiler/environment/database.ts";
import { by } from "../../../compiler/rules.ts";
import { type Block, because, block, type Expression } from "../../../formats/hcl/tree.ts";
import { derive, traced } from "../../../formats/origin.ts";
import { parseCron } from "../../parts/cron.ts";
import { toDays } from "../days.ts";

/** How many copies Cloud SQL keeps at most. */
export const mostCopies = 365;

/** Logs are kept for a week at most, and no longer than copies, to which they lead. */
const mostLogDays = 7;

/** A database without a plan of its own keeps a day, so that a mistake can be undone. */
export function backupConfiguration({ backup, engine, at }: Database): Block {
  const recovery = by("google-point-in-time", at);
  const logs = engine.value === "postgres" ? "point_in_time_recovery_enabled" : "binary_log_enabled";
  const copies = backup === undefined ? traced(1, by("backup-of-a-day", at)) : derive(backup.keep, toDays);
  return because(
    backup === undefined ? [by("backup-of-a-day", at)] : [{ at: backup.at }],
    block(
      ["backup_configuration"],
      {
        enabled: true,
        start_time: backup && startTime(backup),
        [logs]: traced(true, recovery),
        transaction_log_retention_days: traced(Math.min(mostLogDays, copies.value), recovery),
      },
      [block(["backup_retention_settings"], { retained_backups: copies })],
    ),
  );
}

/** Google begins within four hours from this time of UTC. */
const startTime = ({ schedule }: Backup): Expression =>
  derive(schedule, (line) => {
    const { minutes, hours } = parseCron(line);
    return [hours?.[0] ?? 0, minutes?.[0] ?? 0].map((value) => String(value).padStart(2, "0")).join(":");
  });
