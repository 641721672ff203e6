import type { Database } from "../../../compiler/environment/database.ts";
import { by } from "../../../compiler/rules.ts";
import type { Expression } from "../../../formats/hcl/tree.ts";
import { traced } from "../../../formats/origin.ts";

/** PostgreSQL deletes no database with sessions, and no user who owns something. */
export const goesWithInstance = ({ engine, at }: Database): Expression | undefined =>
  engine.value === "postgres" ? traced("ABANDON", by("google-goes-with-instance", at)) : undefined;
