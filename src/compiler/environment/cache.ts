import type { SelfHostedDatabase } from "./database.ts";
import type { Network } from "./network.ts";
import type { Scalar } from "./text.ts";

/** A database of the engine Valkey, which is no SQL database and no managed one of that kind. */
export interface Cache extends Omit<SelfHostedDatabase, "engine" | "database" | "user" | "users"> {
  readonly engine: Scalar<"valkey">;
  /** Undefined where no provider runs it. */
  readonly network: Network | undefined;
}
