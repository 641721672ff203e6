import { ORIGINS } from "../../formats/origin.ts";
import type { Backup } from "../environment/backup.ts";
import type { Cache } from "../environment/cache.ts";
import type { Database, SelfHostedDatabase } from "../environment/database.ts";
import type { Network } from "../environment/network.ts";
import { by } from "../rules.ts";
import type { Database as DatabaseSpec, Spec } from "../spec/spec.gen.ts";
import type { Context } from "./context.ts";
import { resolveUsers } from "./database-users.ts";
import { followsName, isCache, isManagedDatabase, ports } from "./engines.ts";
import { type KindKeys, refuseForeignKeys, requireKeys } from "./kinds.ts";
import { named } from "./lookup.ts";
import { type Places, resolvePlace } from "./place.ts";
import { size } from "./quantities.ts";
import { flag, integer, quantity, string, textOf, word } from "./read.ts";
import { resolveResources } from "./resources.ts";
import { child, type Element, elements } from "./section.ts";

type Engine = DatabaseSpec["engine"];
type Written = Element<DatabaseSpec>;

const cachePort = 6379;

/** A cache has neither tables nor users of them. */
const keysOfEngines: KindKeys<Exclude<Engine, undefined>> = {
  name: ["postgres", "mysql", "mariadb"],
  user: ["postgres", "mysql", "mariadb"],
  users: ["postgres", "mysql", "mariadb"],
};

export interface StoreSurroundings extends Places {
  readonly networks: readonly Network[];
  readonly backupOf: (database: string) => Backup | undefined;
}

export const resolveSelfHosted = (
  context: Context,
  spec: Spec,
  around: StoreSurroundings,
): readonly SelfHostedDatabase[] =>
  elements<DatabaseSpec>(["database"], spec.database)
    .filter((element) => !isManagedDatabase(element) && !isCache(element))
    .flatMap((element) => resolveOwn(context, spec, element, around));

function resolveOwn(
  context: Context,
  spec: Spec,
  element: Written,
  around: StoreSurroundings,
): readonly SelfHostedDatabase[] {
  const { at } = element;
  requireKeys(context, element, `database.${element.name}`, ["engine", "version"]);
  const engine = word<Database["engine"]["value"]>()(context, element, "engine");
  const version = textOf(context, element, "version");
  if (engine === undefined || version === undefined) return [];
  return [
    {
      ...commonOf(context, element, around),
      ...resolvePlace(context, element, around),
      engine,
      version,
      port: { [ORIGINS]: [by("engine-port", [...at, "engine"])], value: ports[engine.value] },
      database: string(context, element, "name") ?? followsName(spec, [...at, "name"]),
      user: string(context, element, "user") ?? followsName(spec, [...at, "user"]),
      users: resolveUsers(context, element),
    },
  ];
}

export const resolveCaches = (context: Context, spec: Spec, around: StoreSurroundings): readonly Cache[] =>
  elements<DatabaseSpec>(["database"], spec.database)
    .filter(isCache)
    .flatMap((element) => resolveCache(context, element, around));

function resolveCache(context: Context, element: Written, around: StoreSurroundings): readonly Cache[] {
  refuseForeignKeys(context, element, "valkey", keysOfEngines);
  requireKeys(context, element, `database.${element.name}`, ["version"]);
  const engine = word<"valkey">()(context, element, "engine");
  const version = textOf(context, element, "version");
  if (engine === undefined || version === undefined) return [];
  const isOurs = element.value.runsOn !== undefined;
  const networks = [{ section: "network", elements: around.networks }];
  const port = { [ORIGINS]: [by("engine-port", [...element.at, "engine"])], value: cachePort };
  return [
    {
      ...commonOf(context, element, around),
      ...(isOurs ? resolvePlace(context, element, around) : { group: undefined, cluster: undefined }),
      network: isOurs ? undefined : named(context, element, "network", networks),
      engine,
      version,
      port,
    },
  ];
}

const commonOf = (context: Context, element: Written, { backupOf }: StoreSurroundings) => ({
  name: element.name,
  at: element.at,
  resources: resolveResources(context, child(element, "resources")),
  size: textOf(context, element, "size"),
  disk: quantity(size)(context, element, "disk", size("20GiB")),
  ha: flag(context, element, "ha", false),
  backup: backupOf(element.name),
  nodes: integer(context, element, "nodes", 1),
});
