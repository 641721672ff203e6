import type { Traced } from "../../formats/origin.ts";
import type { Named } from "./located.ts";
import type { Scalar } from "./text.ts";

/** An element by section and name. */
export interface BackupElement {
  readonly section: "database" | "storage" | "instances";
  readonly name: string;
}

/** A plan that keeps copies. */
export interface Backup extends Named {
  readonly schedule: Scalar<string>;
  /** In milliseconds. */
  readonly keep: Scalar<number>;
  readonly of: Traced<BackupElement>;
  /** Where copies go; undefined is with the provider. */
  readonly to: Traced<BackupElement> | undefined;
  /** Which scripts the runbook gets. */
  readonly restore: Scalar<boolean>;
  readonly export: Scalar<boolean>;
}
