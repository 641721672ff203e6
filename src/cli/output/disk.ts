import * as fs from "node:fs";

/** The calls that change the tree; a parameter, so that a test can let the disk be full at any of them. */
export type Disk = Pick<
  typeof fs,
  "writeFileSync" | "fsyncSync" | "renameSync" | "linkSync" | "copyFileSync" | "mkdirSync" | "rmdirSync" | "unlinkSync"
>;

export const realDisk: Disk = fs;
