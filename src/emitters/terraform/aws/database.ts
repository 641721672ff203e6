import type { Database } from "../../../compiler/environment/database.ts";
import type { Environment } from "../../../compiler/environment/environment.ts";
import { sharedName } from "../../../compiler/environment/naming.ts";
import { by } from "../../../compiler/rules.ts";
import { type Block, because, block, type Expression, reference } from "../../../formats/hcl/tree.ts";
import { derive, traced } from "../../../formats/origin.ts";
import { databasePassword, databasePasswordOf } from "../database-password.ts";
import { toGibibytes } from "../gibibytes.ts";
import { identifier } from "../identifiers.ts";
import { scalar } from "../lower.ts";
import { sizeOf } from "../sizes.ts";
import { securityGroupId, subnetIds } from "./addresses.ts";
import { instanceBackup } from "./backup.ts";
import { encryptedConnections, parameterGroupName } from "./database-parameters.ts";
import { lower } from "./lower.ts";
import { databaseSizes } from "./sizes.ts";

export const database = (environment: Environment): readonly Block[] =>
  environment.databases.flatMap((each) => [
    subnetGroup(environment, each),
    ...encryptedConnections(environment, each),
    databasePassword(each),
    instance(environment, each),
  ]);

const usualDatabase = "db.t4g.micro";

const subnetGroup = (environment: Environment, each: Database): Block =>
  because(
    [by("private-database", each.at)],
    block(["resource", "aws_db_subnet_group", identifier(each.name)], {
      name: sharedName(environment, each),
      subnet_ids: subnetIds(each.network, "private"),
    }),
  );

function instance(environment: Environment, each: Database): Block {
  const { at, name } = each;
  const identity = sharedName(environment, each);
  const isPrivate = by("private-database", at);
  const upkeep = by("database-upkeep", at);
  const size = instanceClass(environment, each);
  return because(
    [{ at }],
    block(["resource", "aws_db_instance", identifier(name)], {
      identifier: identity,
      engine: each.engine,
      engine_version: lower(environment, each.version),
      instance_class: size,
      allocated_storage: derive(each.disk, toGibibytes),
      storage_type: traced("gp3", by("database-storage", at)),
      storage_encrypted: traced(true, by("encrypted-at-rest", at)),
      multi_az: scalar(each.ha),
      db_name: each.database,
      username: each.user,
      password: databasePasswordOf(each),
      parameter_group_name: parameterGroupName(each),
      db_subnet_group_name: traced(reference(`aws_db_subnet_group.${identifier(name)}.name`), isPrivate),
      vpc_security_group_ids: traced([securityGroupId("database", name)], isPrivate),
      publicly_accessible: traced(false, isPrivate),
      ...instanceBackup(each),
      copy_tags_to_snapshot: traced(true, by("default-tags", at)),
      final_snapshot_identifier: traced(`${identity.value}-final`, { at }, by("backup-kept", at)),
      deletion_protection: traced(scalar(each.ha).value, { at }, by("protected-database", at)),
      auto_minor_version_upgrade: traced(true, upkeep),
      performance_insights_enabled: recordsLoad(size, each) ? traced(true, upkeep) : undefined,
    }),
  );
}

const instanceClass = (environment: Environment, each: Database): Expression =>
  sizeOf(databaseSizes, usualDatabase, each, (text) => lower(environment, text));

/** The smallest classes cannot record load under MySQL and MariaDB. */
const recordsLoad = (size: Expression, { engine, size: own }: Database): boolean =>
  own === undefined && (engine.value === "postgres" || !/\.(?:micro|small)$/.test(nameOf(size)));

const nameOf = (size: Expression): string =>
  typeof size === "object" && size !== null && "value" in size && typeof size.value === "string" ? size.value : "";
