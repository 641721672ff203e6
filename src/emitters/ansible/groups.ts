import { isReleased, type MachineApp } from "../../compiler/environment/machine-app.ts";
import type { Environment } from "../../compiler/environment/environment.ts";
import type { InstanceGroup } from "../../compiler/environment/instance-group.ts";
import { ansibleGroup } from "../parts/ansible-names.ts";
import { appsOn } from "../parts/app-settings.ts";
import { systemOf } from "../parts/boot-images.ts";
import type { System } from "../parts/systems.ts";

/** A group that apps run on, and what Ansible needs to know of it. */
export interface RunningGroup {
  readonly group: InstanceGroup;
  /** Its name in Ansible. */
  readonly name: string;
  readonly apps: readonly MachineApp[];
  /** A check has refused groups without one. */
  readonly system: System | undefined;
}

export const runningGroups = (environment: Environment): readonly RunningGroup[] =>
  environment.instances
    .map((group) => ({
      group,
      name: ansibleGroup(group.name),
      apps: appsOn(environment, group),
      system: systemOf(environment, group.image),
    }))
    .filter(({ apps }) => apps.length > 0);

/** The role that runs the apps of a group; the underscore keeps it apart from other roles. */
export const roleOf = ({ name }: RunningGroup): string => `apps_${name}`;

/** Containers need Docker, and what reads their settings. */
export const runsContainers = (apps: readonly MachineApp[]): boolean => apps.some((app) => !isReleased(app));

/** The groups whose machines are set up for containers. */
export const containerGroups = (environment: Environment): readonly RunningGroup[] =>
  runningGroups(environment).filter(({ apps }) => runsContainers(apps));
