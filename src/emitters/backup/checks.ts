import { diagnose } from "../../compiler/diagnostics/diagnostic.ts";
import type { Check } from "../../compiler/emitter.ts";
import type { FileBackup } from "../parts/file-backups.ts";
import { fileBackups } from "../parts/file-backups.ts";
import { knownText } from "../parts/known-text.ts";

/** A snapshot of a folder in use is whole only where the file system takes it at one moment. */
export const snapshotsArePossible: Check = function* (environment) {
  for (const each of fileBackups(environment))
    if (!isOnBtrfs(each)) yield diagnose("backup-snapshot", [...each.plan.at, "of"], { storage: each.storage.name });
};

const isOnBtrfs = ({ storage, group }: FileBackup): boolean => {
  const path = storage.path === undefined ? "/" : knownText(storage.path);
  return (group?.disks ?? []).some(
    ({ mount, filesystem }) => mount !== undefined && knownText(mount) === path && filesystem.value === "btrfs",
  );
};
