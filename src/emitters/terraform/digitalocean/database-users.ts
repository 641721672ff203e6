import type { Database } from "../../../compiler/environment/database.ts";
import { isWritten } from "../../../compiler/environment/written.ts";

/**
 * Whether apps sign in as a user of their own. A new user of PostgreSQL may not make tables there, so without a word in
 * the spec apps are the cluster's own user; one of MySQL may do all.
 */
export const hasOwnUser = ({ engine, user }: Database): boolean => engine.value !== "postgres" || isWritten(user);
