import type { Database, DatabaseUser } from "../../../compiler/environment/database.ts";
import type { Environment } from "../../../compiler/environment/environment.ts";
import { type Block, because, block, type Expression, reference } from "../../../formats/hcl/tree.ts";
import { databaseUserPassword, databaseUserPasswordOf } from "../database-password.ts";
import { identifiers } from "../identifiers.ts";
import { database as address } from "./addresses.ts";
import { lower } from "./lower.ts";
import { goesWithInstance } from "./database-deletion.ts";

/** The users beside the one that apps sign in as, each with a password of its own. */
export const databaseUsers = (environment: Environment, database: Database): readonly Block[] =>
  database.users.flatMap((user) => [
    ...(user.password === undefined ? [databaseUserPassword(database, user)] : []),
    userBlock(environment, database, user),
  ]);

const userBlock = (environment: Environment, database: Database, user: DatabaseUser): Block =>
  because(
    [{ at: user.at }],
    block(["resource", "google_sql_user", identifiers(database.name, user.name)], {
      name: user.name,
      instance: reference(`${address(database)}.name`),
      password: passwordOf(environment, database, user),
      deletion_policy: goesWithInstance(database),
    }),
  );

const passwordOf = (environment: Environment, database: Database, user: DatabaseUser): Expression =>
  user.password === undefined ? databaseUserPasswordOf(database, user) : lower(environment, user.password);
