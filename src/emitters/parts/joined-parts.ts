import type { Part } from "../../compiler/environment/text.ts";

/** Neighbouring literals as one, so that what is escaped is what will be read. */
export function joined(parts: readonly Part[]): readonly Part[] {
  const runs: Part[] = [];
  for (const part of parts) {
    const before = runs.at(-1);
    if (typeof part === "string" && typeof before === "string") runs.splice(-1, 1, before + part);
    else if (part !== "") runs.push(part);
  }
  return runs;
}
