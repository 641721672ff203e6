import { diagnose } from "../../../../compiler/diagnostics/diagnostic.ts";
import type { Check } from "../../../../compiler/emitter.ts";
import { keysOf } from "../keys.ts";

/** EC2 puts one key on a machine. */
export const keysAreSingle: Check = function* (environment) {
  for (const group of environment.instances) {
    const keys = keysOf(environment, group).map(({ name }) => name);
    const place = group.sshKeys === undefined ? group.at : [...group.at, "sshKeys"];
    if (keys.length > 1) yield diagnose("aws-key-pair", place, { group: group.name, keys });
  }
};
