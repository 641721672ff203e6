import { diagnose } from "../diagnostics/diagnostic.ts";
import type { Backup } from "../environment/backup.ts";
import type { Database } from "../environment/database.ts";
import type { Network } from "../environment/network.ts";
import type { Scalar } from "../environment/text.ts";
import type { Database as DatabaseSpec, Spec } from "../spec/spec.gen.ts";
import type { Context } from "./context.ts";
import { resolveUsers } from "./database-users.ts";
import { followsName, isManagedDatabase, ports } from "./engines.ts";
import { named } from "./lookup.ts";
import { size } from "./quantities.ts";
import { flag, implied, integer, quantity, string, textOf, word } from "./read.ts";
import { resolveResources } from "./resources.ts";
import { child, type Element, elements } from "./section.ts";

type Engine = Database["engine"]["value"];

export const resolveDatabases = (
  context: Context,
  spec: Spec,
  networks: readonly Network[],
  backupOf: (database: string) => Backup | undefined,
): readonly Database[] =>
  elements<DatabaseSpec>(["database"], spec.database)
    .filter(isManagedDatabase)
    .flatMap((element) => resolveDatabase(context, spec, element, networks, backupOf));

function resolveDatabase(
  context: Context,
  spec: Spec,
  element: Element<DatabaseSpec>,
  networks: readonly Network[],
  backupOf: (database: string) => Backup | undefined,
): readonly Database[] {
  const { name, at } = element;
  const engine = word<Engine>()(context, element, "engine");
  const version = textOf(context, element, "version");
  for (const [key, value] of Object.entries({ engine, version }))
    if (value === undefined) context.report(diagnose("missing-key", at, { key, where: `database.${name}` }));
  const network = named(context, element, "network", [{ section: "network", elements: networks }]);
  if (engine === undefined || version === undefined || network === undefined) return [];
  const database: Database = {
    name,
    at,
    engine,
    version,
    network,
    resources: resolveResources(context, child(element, "resources")),
    size: textOf(context, element, "size"),
    disk: quantity(size)(context, element, "disk", size("20GiB")),
    ha: flag(context, element, "ha", false),
    database: string(context, element, "name") ?? followsName(spec, [...at, "name"]),
    user: string(context, element, "user") ?? ownUser(spec, engine.value, at) ?? followsName(spec, [...at, "user"]),
    port: portOf(spec, engine.value, at),
    backup: backupOf(name),
    nodes: integer(context, element, "nodes", 1),
    users: resolveUsers(context, element),
  };
  return [database];
}

/** DigitalOcean lets nobody listen on the usual port. */
const portOf = ({ provider }: Spec, engine: Engine, at: Database["at"]): Scalar<number> =>
  provider?.kind === "digitalocean"
    ? implied("provider-port", [...at, "engine"], 25060)
    : implied("engine-port", [...at, "engine"], ports[engine]);

/** A new user of PostgreSQL may not make tables at DigitalOcean, so apps sign in as the one that the cluster comes with. */
const ownUser = ({ provider }: Spec, engine: Engine, at: Database["at"]): Scalar<string> | undefined =>
  provider?.kind === "digitalocean" && engine === "postgres"
    ? implied("provider-user", [...at, "user"], "doadmin")
    : undefined;
