import type { Backup } from "./backup.ts";
import type { Named } from "./located.ts";
import type { Network } from "./network.ts";
import type { Resources } from "./resources.ts";
import type { Scalar, Text } from "./text.ts";

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
}
