import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { System } from "../support/systems.ts";

/** Writes the files of a system below a fresh folder, which is returned; tools see them as a user would. */
export function laidOut({ compilation }: System): string {
  const folder = mkdtempSync(join(tmpdir(), "specc-real-"));
  for (const [path, { printed, executable }] of compilation.files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), printed.text, { mode: executable ? 0o755 : 0o644 });
  }
  return folder;
}
