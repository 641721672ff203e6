import type { Environment } from "../../compiler/environment/environment.ts";
import type { Named } from "../../compiler/environment/located.ts";
import { sharedName } from "../../compiler/environment/naming.ts";
import type { Traced } from "../../formats/origin.ts";

/** The name of the role of a group's machines, and of the profile by which they are known to be the group's. */
export const machineRoleName = (environment: Environment, { name, at }: Named): Traced<string> =>
  sharedName(environment, { name: `${name}-instances`, at });
