import { diagnose } from "../diagnostics/diagnostic.ts";
import type { Backup } from "../environment/backup.ts";
import type { Backup as BackupSpec, Spec } from "../spec/spec.gen.ts";
import type { Context } from "./context.ts";
import { find } from "./lookup.ts";
import { duration } from "./quantities.ts";
import { implied, quantity, schedule } from "./read.ts";
import { type Element, elements } from "./section.ts";

export interface Backups {
  readonly all: readonly Backup[];
  readonly of: (database: string) => Backup | undefined;
}

export function resolveBackups(context: Context, spec: Spec): Backups {
  const choices = [{ section: "database", elements: elements<object>(["database"], spec.database) }];
  const plans = elements<BackupSpec>(["backup"], spec.backup).flatMap((element) => {
    const of = subject(context, element, choices);
    return of === undefined ? [] : [{ of, backup: resolveBackup(context, element) }];
  });
  const byDatabase = new Map(plans.toReversed().map(({ of, backup }) => [of, backup]));
  return { all: plans.map(({ backup }) => backup), of: (database) => byDatabase.get(database) };
}

function subject(
  context: Context,
  { name, at, value }: Element<BackupSpec>,
  choices: Parameters<typeof find>[3],
): string | undefined {
  if (value.of !== undefined) return find(context, [...at, "of"], value.of, choices, true)?.element.name;
  context.report(diagnose("missing-key", at, { key: "of", where: `backup.${name}` }));
  return undefined;
}

const resolveBackup = (context: Context, element: Element<BackupSpec>): Backup => ({
  name: element.name,
  at: element.at,
  schedule: schedule(context, element, "schedule") ?? implied("default", [...element.at, "schedule"], "0 3 * * *"),
  keep: quantity(duration)(context, element, "keep", duration("7d")),
});
