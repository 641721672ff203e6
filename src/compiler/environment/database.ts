import type { Backup } from "./backup.ts";
import type { Cluster } from "./cluster.ts";
import type { InstanceGroup } from "./instance-group.ts";
import type { Named } from "./located.ts";
import type { Network } from "./network.ts";
import type { Resources } from "./resources.ts";
import type { Scalar, Text } from "./text.ts";

/** A further user of a database. */
export interface DatabaseUser extends Named {
  /** A secret; undefined is a generated one. */
  readonly password: Text | undefined;
  readonly rights: Scalar<"read" | "write" | "owner">;
}

/** A managed database, private and encrypted. */
export interface Database extends Named {
  readonly engine: Scalar<"postgres" | "mysql" | "mariadb">;
  readonly version: Text;
  readonly resources: Resources;
  readonly size: Text | undefined;
  /** In bytes. */
  readonly disk: Scalar<number>;
  readonly ha: Scalar<boolean>;
  readonly network: Network;
  readonly database: Scalar<string>;
  readonly user: Scalar<string>;
  /** The port its engine listens on. */
  readonly port: Scalar<number>;
  readonly backup: Backup | undefined;
  /** How many machines a managed cluster has. */
  readonly nodes: Scalar<number>;
  readonly users: readonly DatabaseUser[];
}

/** A database on machines or a cluster of ours. */
export interface SelfHostedDatabase extends Omit<Database, "network"> {
  readonly group: InstanceGroup | undefined;
  readonly cluster: Cluster | undefined;
}
