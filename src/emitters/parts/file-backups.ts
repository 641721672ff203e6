import type { Backup } from "../../compiler/environment/backup.ts";
import type { Environment } from "../../compiler/environment/environment.ts";
import { environmentName } from "../../compiler/environment/naming.ts";
import type { InstanceGroup } from "../../compiler/environment/instance-group.ts";
import type { Storage } from "../../compiler/environment/storage.ts";
import { headerOf } from "../../compiler/header.ts";
import { by } from "../../compiler/rules.ts";
import { derive, ORIGINS, traced } from "../../formats/origin.ts";
import { filled, type TemplateDocument } from "../../formats/text/template.ts";
import {
  type Directive,
  command,
  directive,
  type Section,
  section,
  unit,
  type UnitDocument,
} from "../../formats/unit/tree.ts";
import { knownText } from "./known-text.ts";
import { onCalendar } from "./on-calendar.ts";
import { snapshotsSh } from "./templates.gen.ts";

/** A plan for a folder of a machine, and the machine that copies go to. */
export interface FileBackup {
  readonly plan: Backup;
  readonly storage: Storage;
  /** The group that has the folder. */
  readonly group: InstanceGroup | undefined;
  readonly to: InstanceGroup | undefined;
}

export function fileBackups(environment: Environment): readonly FileBackup[] {
  const groups = [...environment.instances, ...environment.physicalMachines];
  return environment.backups.flatMap((plan) => {
    const storage = environment.storages.find(
      ({ name, kind }) => plan.of.value.section === "storage" && name === plan.of.value.name && kind.value === "path",
    );
    const to = groups.find(({ name }) => plan.to?.value.section === "instances" && name === plan.to.value.name);
    return storage === undefined ? [] : [{ plan, storage, group: storage.group, to }];
  });
}

/** The program as the machine has it. */
export const backupProgram = ({ name }: Environment, { plan }: FileBackup): string =>
  `/opt/bin/${name.value}-backup-${plan.name}`;

export const backupUnitName = ({ name }: Environment, { plan }: FileBackup): string =>
  `${name.value}-backup-${plan.name}`;

/** The script that takes, puts back and fetches snapshots. */
export function backupScript(environment: Environment, backup: FileBackup): TemplateDocument {
  const { plan, storage, to } = backup;
  const address =
    to?.address === undefined || to.address.value === "dhcp"
      ? to?.hostname && knownText(to.hostname)
      : to.address.value;
  return filled(
    snapshotsSh,
    {
      header: headerOf(environment),
      program: `${plan.name}.sh`,
      path: traced(storage.path === undefined ? "/" : knownText(storage.path), ...(storage.path?.[ORIGINS] ?? [])),
      minutes: derive(plan.keep, (milliseconds) => Math.round(milliseconds / 60_000)),
      remote:
        address === undefined
          ? undefined
          : traced(`${backupUser(environment)}${address}`, ...(plan.to?.[ORIGINS] ?? [])),
      remoteFolder: `/srv/backup/${environmentName(environment).value}/${plan.name}`,
    },
    [{ at: plan.at }, by("backup-snapshot", plan.at)],
  );
}

/** Who signs in with the keys of the spec. */
export function backupUser({ access }: Environment): string {
  const [key] = (access?.sshKeys ?? []).filter(({ user }) => user !== undefined);
  return key?.user === undefined ? "" : `${knownText(key.user)}@`;
}

const ruled = (name: string, { plan }: FileBackup, directives: readonly Directive[]): Section =>
  section(name, [{ at: plan.at }, by("backup-snapshot", plan.at)], directives);

export const backupService = (environment: Environment, backup: FileBackup): UnitDocument =>
  unit([
    ruled("Unit", backup, [
      directive("Description", `Take a snapshot of ${backup.storage.name}`),
      directive("RequiresMountsFor", backup.storage.path === undefined ? "/" : knownText(backup.storage.path)),
    ]),
    ruled("Service", backup, [
      directive("Type", "oneshot"),
      directive("ExecStart", command([backupProgram(environment, backup), "snapshot"])),
    ]),
  ]);

export const backupTimer = (backup: FileBackup): UnitDocument =>
  unit([
    ruled("Unit", backup, [directive("Description", `Take snapshots of ${backup.storage.name}`)]),
    ruled("Timer", backup, [
      ...onCalendar(backup.plan.schedule.value).map((time) =>
        directive(
          "OnCalendar",
          derive(backup.plan.schedule, () => time),
        ),
      ),
      directive("Persistent", "true"),
    ]),
    ruled("Install", backup, [directive("WantedBy", "timers.target")]),
  ]);
