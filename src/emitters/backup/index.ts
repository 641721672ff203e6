import { type Emitter, following } from "../../compiler/emitter.ts";
import { backupScript, backupService, backupTimer, backupUnitName, fileBackups } from "../parts/file-backups.ts";
import { snapshotsArePossible } from "./checks.ts";

/** Snapshots of folders: the script that takes, restores and fetches them, and the timer that calls it. */
export const backup: Emitter = {
  target: "backup",
  title: "Backup of files",
  support: { ...following, backup: "emits", "backup.files": "emits", "backup.elsewhere": "emits" },
  accompanies: (environment) => fileBackups(environment).length > 0,
  checks: [snapshotsArePossible],
  emit: (environment) =>
    fileBackups(environment).flatMap((each) => {
      const { at, name } = each.plan;
      const unit = backupUnitName(environment, each);
      return [
        { path: `${name}.sh`, at, document: backupScript(environment, each), executable: true as const },
        { path: `${unit}.service`, at, document: backupService(environment, each) },
        { path: `${unit}.timer`, at, document: backupTimer(each) },
      ];
    }),
};
