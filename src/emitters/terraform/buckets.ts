import type { Backup } from "../../compiler/environment/backup.ts";
import type { Environment } from "../../compiler/environment/environment.ts";
import type { Named } from "../../compiler/environment/located.ts";
import type { Storage } from "../../compiler/environment/storage.ts";

/** What the provider keeps objects in. */
export const buckets = ({ storages }: Environment): readonly Storage[] =>
  storages.filter(({ kind }) => kind.value === "bucket");

/** The plans whose copies go into a bucket. */
export const plansInto = ({ backups }: Environment, bucket: Named): readonly Backup[] =>
  backups.filter(({ to }) => to?.value.section === "storage" && to.value.name === bucket.name);
