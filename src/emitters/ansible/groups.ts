import { isReleased, type MachineApp } from "../../compiler/environment/machine-app.ts";
import type { Environment } from "../../compiler/environment/environment.ts";
import type { InstanceGroup } from "../../compiler/environment/instance-group.ts";
import { ansibleGroup } from "../parts/ansible-names.ts";
import { systemOf } from "../parts/boot-images.ts";
import { isInhabited, type Residents, residentsOf } from "../parts/residents.ts";
import type { System } from "../parts/systems.ts";

/** A group that apps, proxies or databases run on, and what Ansible needs to know of it. */
export interface RunningGroup extends Residents {
  readonly group: InstanceGroup;
  /** Its name in Ansible. */
  readonly name: string;
  /** A check has refused groups without one. */
  readonly system: System | undefined;
}

export const runningGroups = (environment: Environment): readonly RunningGroup[] =>
  environment.instances
    .map((group) => ({
      group,
      name: ansibleGroup(group.name),
      ...residentsOf(environment, group),
      system: systemOf(environment, group.image),
    }))
    .filter(isInhabited);

/** The role that runs the apps of a group; the underscore keeps it apart from other roles. */
export const roleOf = ({ name }: RunningGroup): string => `apps_${name}`;

/** Containers need Docker, and what reads their settings. */
export const runsContainers = (apps: readonly MachineApp[]): boolean => apps.some((app) => !isReleased(app));

/** The groups whose machines are set up for containers. */
export const containerGroups = (environment: Environment): readonly RunningGroup[] =>
  runningGroups(environment).filter(({ apps }) => runsContainers(apps));
