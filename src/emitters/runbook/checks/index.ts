import type { Check } from "../../../compiler/emitter.ts";
import { keysAreGuarded } from "./keys-are-guarded.ts";
import { runsAreComplete } from "./runs-are-complete.ts";
import { scriptsAreUnique } from "./scripts-are-unique.ts";
import { stepsAreTaken } from "./steps-are-taken.ts";

/** What operations must keep to become scripts. */
export const checks: readonly Check[] = [scriptsAreUnique, runsAreComplete, stepsAreTaken, keysAreGuarded];
