import type { Check } from "../emitter.ts";
import { portsAreUnique } from "./ports-are-unique.ts";

/** What must hold for an environment whatever its targets, one rule a file. */
export const checks: readonly Check[] = [portsAreUnique];
