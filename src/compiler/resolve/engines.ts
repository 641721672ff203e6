import type { Database } from "../environment/database.ts";
import type { Scalar } from "../environment/text.ts";
import type { Database as DatabaseSpec, Spec } from "../spec/spec.gen.ts";
import { implied } from "./read.ts";
import type { Element } from "./section.ts";

/** The port that each engine's clients expect. */
export const ports: Readonly<Record<Database["engine"]["value"], number>> = {
  postgres: 5432,
  mysql: 3306,
  mariadb: 3306,
};

/** Whether it is no SQL database. */
export const isCache = ({ value }: Element<DatabaseSpec>): boolean => value.engine === "valkey";

/** Whether the provider runs it. */
export const isManagedDatabase = (element: Element<DatabaseSpec>): boolean =>
  element.value.runsOn === undefined && !isCache(element);

/** A name of a database or user takes no dashes. */
export const followsName = ({ name = "" }: Spec, at: Database["at"]): Scalar<string> =>
  implied("follows-name", at, name.replaceAll("-", "_"));
