import type { Database } from "../../../compiler/environment/database.ts";
import type { Environment } from "../../../compiler/environment/environment.ts";
import { isWritten } from "../../../compiler/environment/written.ts";
import { by } from "../../../compiler/rules.ts";
import { type Block, because, block, type Expression, operation, reference } from "../../../formats/hcl/tree.ts";
import { derive, ORIGINS, traced } from "../../../formats/origin.ts";
import { databasePassword } from "../database-password.ts";
import { toGibibytes } from "../gibibytes.ts";
import { identifier } from "../identifiers.ts";
import { scalar } from "../lower.ts";
import { majorVersion } from "../major-version.ts";
import { sizeOf } from "../sizes.ts";
import { resourceName } from "../resource-name.ts";
import { database as cluster, region, vpcId } from "./addresses.ts";
import { databaseFirewall } from "./database-firewall.ts";
import { hasOwnUser } from "./database-users.ts";
import { lower } from "./lower.ts";
import { databaseSizes } from "./sizes.ts";

export const database = (environment: Environment): readonly Block[] => [
  ...environment.databases.flatMap((each) => managed(environment, each)),
  ...environment.selfHostedDatabases.filter(({ group }) => group !== undefined).map(databasePassword),
];

const managed = (environment: Environment, each: Database): readonly Block[] => [
  clusterBlock(environment, each),
  part(each, "db", each.database),
  ...(hasOwnUser(each) ? [part(each, "user", each.user)] : []),
  ...databaseFirewall(environment, each),
];

const engines: Readonly<Record<Database["engine"]["value"], string>> = {
  postgres: "pg",
  mysql: "mysql",
  mariadb: "mariadb",
};

function clusterBlock(environment: Environment, each: Database): Block {
  const { at, name, ha } = each;
  return because(
    [{ at }],
    block(
      ["resource", "digitalocean_database_cluster", identifier(name)],
      {
        name: resourceName(environment, each),
        engine: derive(each.engine, (engine) => engines[engine]),
        version: majorVersion(environment, each.version),
        size: sizeOf(sizesFor(each), usualSize(each), each, (text) => lower(environment, text)),
        region,
        node_count: nodes(each),
        storage_size_mib: isWritten(each.disk) ? derive(each.disk, toStorage) : undefined,
        private_network_uuid: traced(vpcId(each.network), by("private-database", at)),
        tags: reference("local.tags"),
      },
      ha.value
        ? [because([...ha[ORIGINS], by("protected-database", at)], block(["lifecycle"], { prevent_destroy: true }))]
        : [],
    ),
  );
}

/** The smallest plan has no standby. */
const sizesFor = ({ ha }: Database) => (mayStandBy(ha) ? databaseSizes.slice(1) : databaseSizes);

const usualSize = ({ ha }: Database): string => (mayStandBy(ha) ? "db-s-1vcpu-2gb" : "db-s-1vcpu-1gb");

const mayStandBy = (ha: Database["ha"]): boolean => ha.value || ha.variable !== undefined;

/** As many as the spec says, else one, and one more that stands by. */
const nodes = ({ ha, nodes: written }: Database): Expression => (isWritten(written) ? scalar(written) : nodesFor(ha));

const nodesFor = (ha: Database["ha"]): Expression =>
  ha.variable === undefined
    ? derive(ha, (standsBy) => (standsBy ? 2 : 1))
    : traced(operation`${scalar(ha)} ? 2 : 1`, ...ha[ORIGINS]);

const storageStep = 10;

/** Storage is sold in steps of 10 GiB and told in MiB, as a word. */
const toStorage = (bytes: number): string => String(Math.ceil(toGibibytes(bytes) / storageStep) * storageStep * 1024);

const part = (each: Database, type: "db" | "user", name: Expression): Block =>
  because(
    [{ at: each.at }],
    block(["resource", `digitalocean_database_${type}`, identifier(each.name)], {
      cluster_id: reference(`${cluster(each)}.id`),
      name,
    }),
  );
