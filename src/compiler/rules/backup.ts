/** Rules of backups of files. */
export const backupRules = {
  "backup-snapshot":
    "A snapshot is taken by the file system at one moment, copied to another machine as links to what has not changed, and removed when it is older than it is kept.",
} as const;
