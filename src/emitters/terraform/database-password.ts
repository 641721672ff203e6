import type { Named } from "../../compiler/environment/located.ts";
import { by } from "../../compiler/rules.ts";
import { type Block, because, block, type Reference, reference } from "../../formats/hcl/tree.ts";
import { identifiers } from "./identifiers.ts";

const label = ({ name }: Named): string => identifiers("database", name);

/** The password of the user that apps sign in as. */
export const databasePassword = (database: Named): Block =>
  because(
    [by("generated-password", database.at)],
    block(["resource", "random_password", label(database)], { length: 32, special: false }),
  );

export const databasePasswordOf = (database: Named): Reference =>
  reference(`random_password.${label(database)}.result`);

const userLabel = (database: Named, { name }: Named): string => identifiers("database", database.name, name);

/** The password of a further user. */
export const databaseUserPassword = (database: Named, user: Named): Block =>
  because(
    [by("generated-password", user.at)],
    block(["resource", "random_password", userLabel(database, user)], { length: 32, special: false }),
  );

export const databaseUserPasswordOf = (database: Named, user: Named): Reference =>
  reference(`random_password.${userLabel(database, user)}.result`);
