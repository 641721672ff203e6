import {
  copyFileSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  renameSync,
  rmdirSync,
  unlinkSync,
  writeFileSync,
} from "node:fs";

/** The calls that change the tree; a parameter, so that a test can let the disk be full at any of them. */
export type Disk = typeof realDisk;

export const realDisk = {
  writeFileSync,
  fsyncSync,
  renameSync,
  linkSync,
  copyFileSync,
  mkdirSync,
  rmdirSync,
  unlinkSync,
} as const;
