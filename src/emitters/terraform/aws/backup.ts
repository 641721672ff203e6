import type { Backup } from "../../../compiler/environment/backup.ts";
import type { Database } from "../../../compiler/environment/database.ts";
import type { Environment } from "../../../compiler/environment/environment.ts";
import { sharedName } from "../../../compiler/environment/naming.ts";
import { by } from "../../../compiler/rules.ts";
import { type Block, because, block, type Expression, reference, template } from "../../../formats/hcl/tree.ts";
import { derive, traced } from "../../../formats/origin.ts";
import { parseCron } from "../../parts/cron.ts";
import { day, isDaily, toDays } from "../days.ts";
import { identifier } from "../identifiers.ts";
import { database as databaseAddress } from "./addresses.ts";
import { backupCalendars } from "./backup-calendar.ts";

/** The database itself keeps daily copies for up to five weeks; other plans need the backup service. */
const longestOwnBackup = 35 * day;

/** Whether the database's own backups can follow the plan. */
const isOwnBackup = ({ schedule, keep }: Backup): boolean => isDaily(schedule.value) && keep.value <= longestOwnBackup;

/** A database without a plan of its own keeps a day, so that a mistake can be undone. */
export function instanceBackup({ backup, at }: Database): Readonly<Record<string, Expression>> {
  if (backup === undefined || !isOwnBackup(backup))
    return { backup_retention_period: traced(1, by("backup-of-a-day", at)) };
  return {
    backup_retention_period: derive(backup.keep, toDays),
    backup_window: derive(backup.schedule, windowOf),
  };
}

/** An hour from the scheduled minute on. */
function windowOf(schedule: string): string {
  const { minutes, hours } = parseCron(schedule);
  const [hour = 0, minute = 0] = [hours?.[0], minutes?.[0]];
  const time = (value: number): string => `${twoDigits(value % 24)}:${twoDigits(minute)}`;
  return `${time(hour)}-${time(hour + 1)}`;
}

const twoDigits = (value: number): string => String(value).padStart(2, "0");

interface Planned {
  readonly plan: Backup;
  readonly databases: readonly Database[];
}

const planned = ({ backups, databases }: Environment): readonly Planned[] =>
  backups
    .filter((plan) => !isOwnBackup(plan))
    .map((plan) => ({ plan, databases: databases.filter(({ backup }) => backup?.name === plan.name) }))
    .filter((each) => each.databases.length > 0);

export const hasBackupPlans = (environment: Environment): boolean => planned(environment).length > 0;

/** Plans that a database cannot follow by itself. */
export const backups = (environment: Environment): readonly Block[] =>
  planned(environment).flatMap(({ plan, databases }) => [
    vault(environment, plan),
    planBlock(environment, plan),
    selection(environment, plan, databases),
  ]);

const vault = (environment: Environment, plan: Backup): Block =>
  because(
    [{ at: plan.at }],
    block(["resource", "aws_backup_vault", identifier(plan.name)], { name: sharedName(environment, plan) }),
  );

function planBlock(environment: Environment, plan: Backup): Block {
  const rules = backupCalendars(plan.schedule.value).map((calendar, index) =>
    block(
      ["rule"],
      {
        rule_name: index === 0 ? plan.name : `${plan.name}-${index + 1}`,
        target_vault_name: reference(`aws_backup_vault.${identifier(plan.name)}.name`),
        schedule: derive(plan.schedule, () => calendar),
      },
      [block(["lifecycle"], { delete_after: derive(plan.keep, toDays) })],
    ),
  );
  return because(
    [{ at: plan.at }],
    block(["resource", "aws_backup_plan", identifier(plan.name)], { name: sharedName(environment, plan) }, rules),
  );
}

const selection = (environment: Environment, plan: Backup, databases: readonly Database[]): Block =>
  because(
    [{ at: plan.at }],
    block(["resource", "aws_backup_selection", identifier(plan.name)], {
      name: sharedName(environment, plan),
      plan_id: reference(`aws_backup_plan.${identifier(plan.name)}.id`),
      iam_role_arn: reference("aws_iam_role.backup.arn"),
      resources: databases.map((each) => reference(`${databaseAddress(each)}.arn`)),
    }),
  );

/** The role of the backup service, once for all plans. */
export function backupRole(environment: Environment): readonly Block[] {
  const [first] = planned(environment);
  if (first === undefined) return [];
  const origins = [by("least-privilege", first.plan.at)];
  const name = sharedName(environment, { at: first.plan.at, name: "backup" });
  return [
    block(["data", "aws_iam_policy_document", "backup"], {}, [
      block(["statement"], { actions: ["sts:AssumeRole"] }, [
        block(["principals"], { type: "Service", identifiers: ["backup.amazonaws.com"] }),
      ]),
    ]),
    block(["resource", "aws_iam_role", "backup"], {
      name,
      assume_role_policy: reference("data.aws_iam_policy_document.backup.json"),
    }),
    block(["resource", "aws_iam_role_policy_attachment", "backup"], {
      role: reference("aws_iam_role.backup.name"),
      policy_arn: template(
        "arn:",
        reference("data.aws_partition.current.partition"),
        ":iam::aws:policy/service-role/AWSBackupServiceRolePolicyForBackup",
      ),
    }),
  ].map((each) => because(origins, each));
}
