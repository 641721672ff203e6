import type { Database } from "../../../compiler/environment/database.ts";
import type { Environment } from "../../../compiler/environment/environment.ts";
import { by } from "../../../compiler/rules.ts";
import { type Block, because, block, type Expression, operation, reference } from "../../../formats/hcl/tree.ts";
import { derive, ORIGINS, traced } from "../../../formats/origin.ts";
import { toGibibytes } from "../gibibytes.ts";
import { lowerFixed, scalar } from "../lower.ts";
import { sizeOf } from "../sizes.ts";
import { networkId } from "./addresses.ts";
import { backupConfiguration } from "./database-backup.ts";
import { databaseSizes } from "./sizes.ts";

const usualDatabase = "db-custom-1-3840";

/** What a database runs on, and how it is kept. */
export function databaseSettings(environment: Environment, each: Database): Block {
  const { at } = each;
  return block(
    ["settings"],
    {
      edition: traced("ENTERPRISE", by("google-database-edition", at)),
      tier: sizeOf(databaseSizes, usualDatabase, each, (text) => lowerFixed(environment, text)),
      availability_type: availability(each),
      disk_type: traced("PD_SSD", by("database-storage", at)),
      disk_size: derive(each.disk, toGibibytes),
      disk_autoresize: traced(false, by("google-database-disk", at)),
      deletion_protection_enabled: traced(scalar(each.ha).value, { at }, by("protected-database", at)),
      retain_backups_on_delete: traced(true, by("google-backups-stay", at)),
      // Default labels do not reach what the settings make.
      user_labels: traced(reference("local.labels"), by("default-tags", at)),
    },
    [connections(each), backupConfiguration(each), maintenance(each), insights(each)],
  );
}

const availability = ({ ha }: Database): Expression =>
  ha.variable === undefined
    ? derive(ha, (isDouble) => (isDouble ? "REGIONAL" : "ZONAL"))
    : traced(operation`${scalar(ha)} ? "REGIONAL" : "ZONAL"`, ...ha[ORIGINS]);

const connections = ({ network, at }: Database): Block =>
  because(
    [by("private-database", at)],
    block(["ip_configuration"], {
      ipv4_enabled: false,
      private_network: networkId(network),
      ssl_mode: traced("ENCRYPTED_ONLY", by("encrypted-connection", at)),
    }),
  );

/** Sunday night, in UTC, after copies are made by default; a version comes when others have had it for a while. */
const maintenance = ({ at }: Database): Block =>
  because(
    [by("google-database-upkeep", at)],
    block(["maintenance_window"], { day: 7, hour: 5, update_track: "stable" }),
  );

const insights = ({ at }: Database): Block =>
  because([by("google-database-insights", at)], block(["insights_config"], { query_insights_enabled: true }));
