import type { Support } from "../../src/compiler/emitter.ts";
import type { Capability } from "../../src/compiler/environment/capability.ts";

/** A support table that says the same of everything, for emitters that a test makes up. */
export const everything = (support: Support): Readonly<Record<Capability, Support>> =>
  new Proxy({} as Record<Capability, Support>, { get: () => support });
