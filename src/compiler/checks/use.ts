import type { SpecPath } from "../../formats/origin.ts";
import type { Capability } from "../environment/capability.ts";

/** A part of the language that an environment uses, and where. */
export interface Use {
  readonly capability: Capability;
  readonly at: SpecPath;
}
