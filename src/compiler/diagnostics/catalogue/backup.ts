import { error } from "./entry.ts";

/** What may be right in the language and cannot be backed up by scripts of ours. */
export const backupFindings = {
  "backup-snapshot": error({
    about:
      "A copy of files that somebody writes meanwhile is of no moment. btrfs takes snapshots of a whole disk at once, and they take no room of their own.",
    message: (p: { storage: string }) =>
      `\`${p.storage}\` is not a whole disk of btrfs, so nobody can take snapshots of it`,
    help: () => "put it onto a disk of its group with `filesystem: btrfs` and the same `mount`",
  }),
};
