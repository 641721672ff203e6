import { diagnose } from "../../../compiler/diagnostics/diagnostic.ts";
import type { Check } from "../../../compiler/emitter.ts";
import { isWritten } from "../../../compiler/environment/written.ts";
import { awsProvider } from "../../parts/aws-provider.ts";
import { machineRoleName } from "../../parts/machine-role.ts";
import { systems } from "../../parts/systems.ts";
import { runningGroups } from "../groups.ts";

/** A playbook without a play would set up nothing; that a rule asks for one is nobody's mistake. */
export const somethingRuns: Check = function* (environment) {
  const target = environment.targets.findIndex(({ value }) => value === "ansible");
  const chosen = environment.targets[target];
  if (chosen !== undefined && !isWritten(chosen)) return;
  if (runningGroups(environment).length === 0) yield diagnose("ansible-without-apps", ["targets", target], {});
};

/** Packages have the names of an operating system of the table. */
export const systemsAreKnown: Check = function* (environment) {
  for (const { group, system } of runningGroups(environment))
    if (system === undefined)
      yield diagnose("ansible-system", [...group.at, "image"], { group: group.name, known: Object.keys(systems) });
};

const ownGroups: ReadonlySet<string> = new Set(["all", "ungrouped", "aws_ec2"]);

/** Ansible has groups of its own. */
export const groupNamesAreFree: Check = function* (environment) {
  for (const { group, name } of runningGroups(environment))
    if (ownGroups.has(name)) yield diagnose("ansible-group-name", { at: group.at, part: "key" }, { name });
};

const profileName = /^[\w+=,.@-]+$/;

/** A profile's name stands within an expression of the inventory. */
export const profileNamesAreLegal: Check = function* (environment) {
  if (awsProvider(environment) === undefined) return;
  for (const { group } of runningGroups(environment)) {
    const { value: name } = machineRoleName(environment, group);
    if (!profileName.test(name)) yield diagnose("ansible-profile-name", group.at, { name });
  }
};
