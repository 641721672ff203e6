import type { Backup } from "../../compiler/environment/backup.ts";
import type { Database } from "../../compiler/environment/database.ts";
import type { Environment } from "../../compiler/environment/environment.ts";
import type { Storage } from "../../compiler/environment/storage.ts";

/** A database that is written into a bucket by schedule. */
export interface DatabaseExport {
  readonly plan: Backup;
  readonly database: Database;
  readonly bucket: Storage;
}

/** The exports that a cluster of Google Cloud asks for. */
export const databaseExports = ({ backups, databases, provider, storages, targets }: Environment) =>
  provider?.kind.value === "google" && targets.some(({ value }) => value === "kubernetes")
    ? backups
        .filter((plan) => plan.export.value)
        .flatMap((plan): readonly DatabaseExport[] => {
          const database = databases.find(({ name }) => named(plan.of.value, "database") === name);
          const bucket = storages.find(({ name }) => plan.to && named(plan.to.value, "storage") === name);
          return database && bucket ? [{ plan, database, bucket }] : [];
        })
    : [];

const named = ({ section, name }: Backup["of"]["value"], wanted: string): string | undefined =>
  section === wanted ? name : undefined;

/** What runs an export in the cluster, and who it is there. */
export const exportName = ({ plan, database }: DatabaseExport): string => `${plan.name}-${database.name}`;
