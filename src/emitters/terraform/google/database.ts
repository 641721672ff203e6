import type { Database } from "../../../compiler/environment/database.ts";
import type { Environment } from "../../../compiler/environment/environment.ts";
import { literal } from "../../../compiler/environment/text.ts";
import { by } from "../../../compiler/rules.ts";
import {
  type Block,
  because,
  block,
  call,
  type Expression,
  operation,
  reference,
  template,
} from "../../../formats/hcl/tree.ts";
import { derive, isTraced, ORIGINS, traced, tracedBy } from "../../../formats/origin.ts";
import { databasePassword, databasePasswordOf } from "../database-password.ts";
import { toGibibytes } from "../gibibytes.ts";
import { identifier, identifiers } from "../identifiers.ts";
import { lowerFixed, scalar } from "../lower.ts";
import { sizeOf } from "../sizes.ts";
import { database as address, networkId, resourceName, servicesConnection } from "./addresses.ts";
import { backupConfiguration } from "./database-backup.ts";
import { needs } from "./services.ts";
import { databaseSizes } from "./sizes.ts";

export const database = (environment: Environment): readonly Block[] =>
  environment.databases.flatMap((each) => [
    suffix(each),
    databasePassword(each),
    instance(environment, each),
    schema(each),
    user(each),
  ]);

const usualDatabase = "db-custom-1-3840";

const suffixLabel = ({ name }: Database): string => identifiers("database", name);

const suffix = (each: Database): Block =>
  because(
    [by("google-database-suffix", each.at)],
    block(["resource", "random_id", suffixLabel(each)], { byte_length: 4 }),
  );

function instanceName(environment: Environment, each: Database): Expression {
  const name = resourceName(environment, each.at, each.name);
  return traced(
    template(name, "-", reference(`random_id.${suffixLabel(each)}.hex`)),
    ...name[ORIGINS],
    by("google-database-suffix", each.at),
  );
}

const instance = (environment: Environment, each: Database): Block =>
  because(
    [{ at: each.at }],
    block(
      ["resource", "google_sql_database_instance", identifier(each.name)],
      {
        name: instanceName(environment, each),
        database_version: databaseVersion(environment, each),
        deletion_protection: traced(scalar(each.ha).value, { at: each.at }, by("protected-database", each.at)),
        // Joining the network's services is nothing that an instance refers to.
        depends_on: traced(
          [reference(servicesConnection(each.network)), ...servicesOf(each)],
          by("private-database", each.at),
        ),
      },
      [settings(environment, each)],
    ),
  );

function servicesOf({ at }: Database): readonly Expression[] {
  const of = needs(at, "sqladmin");
  return isTraced(of) && Array.isArray(of.value) ? of.value : [];
}

/** `POSTGRES_16`, `MYSQL_8_4` */
function databaseVersion(environment: Environment, { engine, version }: Database): Expression {
  const number = lowerFixed(environment, version);
  const isWritten = version.parts.every((part) => typeof part === "string");
  const words = isWritten ? literal(version).value.replaceAll(".", "_") : call("replace", number, ".", "_");
  return tracedBy(template(`${engine.value.toUpperCase()}_`, words), engine, number);
}

function settings(environment: Environment, each: Database): Block {
  const { at } = each;
  const disk = by("google-database-disk", at);
  return block(
    ["settings"],
    {
      edition: traced("ENTERPRISE", by("google-database-edition", at)),
      tier: sizeOf(databaseSizes, usualDatabase, each, (text) => lowerFixed(environment, text)),
      availability_type: availability(each),
      disk_type: traced("PD_SSD", by("database-storage", at)),
      disk_size: derive(each.disk, toGibibytes),
      disk_autoresize: traced(false, disk),
      deletion_protection_enabled: traced(scalar(each.ha).value, { at }, by("protected-database", at)),
      retain_backups_on_delete: traced(true, by("google-backups-stay", at)),
      // Default labels do not reach what the settings make.
      user_labels: traced(reference("local.labels"), by("default-tags", at)),
    },
    [connections(each), backupConfiguration(each), insights(each)],
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

const insights = ({ at }: Database): Block =>
  because([by("google-database-insights", at)], block(["insights_config"], { query_insights_enabled: true }));

const instanceAddress = (each: Database): Expression => reference(`${address(each)}.name`);

const schema = (each: Database): Block =>
  because(
    [{ at: each.at }],
    block(["resource", "google_sql_database", identifier(each.name)], {
      name: each.database,
      instance: instanceAddress(each),
      deletion_policy: goesWithInstance(each),
    }),
  );

const user = (each: Database): Block =>
  because(
    [{ at: each.at }],
    block(["resource", "google_sql_user", identifier(each.name)], {
      name: each.user,
      instance: instanceAddress(each),
      password: databasePasswordOf(each),
      deletion_policy: goesWithInstance(each),
    }),
  );

/** PostgreSQL deletes no database with sessions, and no user who owns something. */
const goesWithInstance = ({ engine, at }: Database): Expression | undefined =>
  engine.value === "postgres" ? traced("ABANDON", by("google-goes-with-instance", at)) : undefined;
