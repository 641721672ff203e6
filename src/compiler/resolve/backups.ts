import { type Traced, traced } from "../../formats/origin.ts";
import type { Backup, BackupElement } from "../environment/backup.ts";
import { from } from "../rules.ts";
import type { Backup as BackupSpec, Spec } from "../spec/spec.gen.ts";
import type { Context } from "./context.ts";
import { requireKeys } from "./kinds.ts";
import { find } from "./lookup.ts";
import { duration } from "./quantities.ts";
import { flag, implied, quantity, schedule } from "./read.ts";
import { type Element, elements } from "./section.ts";

export interface Backups {
  readonly all: readonly Backup[];
  readonly of: (database: string) => Backup | undefined;
}

export function resolveBackups(context: Context, spec: Spec): Backups {
  const plans = elements<BackupSpec>(["backup"], spec.backup).flatMap((element) =>
    resolveBackup(context, spec, element),
  );
  // The provider keeps the copies of a plan that sends them nowhere else.
  const ofDatabases = plans.filter(({ of, to }) => of.value.section === "database" && to === undefined);
  const byDatabase = new Map(ofDatabases.toReversed().map((plan) => [plan.of.value.name, plan]));
  return { all: plans, of: (database) => byDatabase.get(database) };
}

type BackupSection = BackupElement["section"];

const choicesOf = (spec: Spec, ...sections: readonly BackupSection[]) =>
  sections.map((section) => ({ section, elements: elements<object>([section], spec[section]) }));

/** The element that a key of a plan names. */
function elementOf(
  context: Context,
  { at, value }: Element<BackupSpec>,
  key: "of" | "to",
  choices: ReturnType<typeof choicesOf>,
): Traced<BackupElement> | undefined {
  const name = value[key];
  const place = [...at, key];
  const found = name === undefined ? undefined : find(context, place, name, choices, true);
  return found && traced({ section: found.section as BackupSection, name: found.element.name }, from(place));
}

function resolveBackup(context: Context, spec: Spec, element: Element<BackupSpec>): readonly Backup[] {
  const { name, at } = element;
  requireKeys(context, element, `backup.${name}`, ["of"]);
  const of = elementOf(context, element, "of", choicesOf(spec, "database", "storage", "instances"));
  if (of === undefined) return [];
  return [
    {
      name,
      at,
      of,
      to: elementOf(context, element, "to", choicesOf(spec, "storage", "instances")),
      schedule: schedule(context, element, "schedule") ?? implied("default", [...at, "schedule"], "0 3 * * *"),
      keep: quantity(duration)(context, element, "keep", duration("7d")),
      restore: flag(context, element, "restore", true),
      export: flag(context, element, "export", false),
    },
  ];
}
