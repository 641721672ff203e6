import type { Database } from "../../../compiler/environment/database.ts";
import type { Environment } from "../../../compiler/environment/environment.ts";
import { literal, type Text } from "../../../compiler/environment/text.ts";
import { by } from "../../../compiler/rules.ts";
import { type Block, because, block, call, type Expression, reference, template } from "../../../formats/hcl/tree.ts";
import { ORIGINS, traced, tracedBy } from "../../../formats/origin.ts";
import { databasePassword, databasePasswordOf } from "../database-password.ts";
import { identifier, identifiers } from "../identifiers.ts";
import { lowerFixed, scalar } from "../lower.ts";
import { database as address, resourceName, servicesConnection } from "./addresses.ts";
import { goesWithInstance } from "./database-deletion.ts";
import { databaseSettings } from "./database-settings.ts";
import { databaseUsers } from "./database-users.ts";
import { serviceAddress } from "./services.ts";

export const database = (environment: Environment): readonly Block[] =>
  environment.databases.flatMap((each) => [
    suffix(each),
    databasePassword(each),
    instance(environment, each),
    schema(each),
    user(each),
    ...databaseUsers(environment, each),
  ]);

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
          [reference(servicesConnection(each.network)), serviceAddress("sqladmin")],
          by("private-database", each.at),
        ),
      },
      [databaseSettings(environment, each)],
    ),
  );

/** `POSTGRES_16`, `POSTGRES_9_6`, `MYSQL_8_4` */
function databaseVersion(environment: Environment, { engine, version }: Database): Expression {
  const number = lowerFixed(environment, version);
  return tracedBy(template(`${engine.value.toUpperCase()}_`, joined(version, number)), engine, number);
}

/** A version with a minor one is written with `_` for the dot. */
function joined(version: Text, number: Expression): Expression {
  const { value } = literal(version);
  if (version.parts.every((part) => typeof part === "string")) return value.replaceAll(".", "_");
  return value.includes(".") ? call("replace", number, ".", "_") : number;
}

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
