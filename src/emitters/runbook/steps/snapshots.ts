import type { Environment } from "../../../compiler/environment/environment.ts";
import type { Action, Subject } from "../../../compiler/environment/operation.ts";
import { from } from "../../../compiler/rules.ts";
import type { Traced } from "../../../formats/origin.ts";
import { filled } from "../../../formats/text/template.ts";
import { backupProgram, fileBackups } from "../../parts/file-backups.ts";
import { tasksOf } from "../elements.ts";
import type { Lowering, Task } from "../step-script.ts";
import { snapshotsSh } from "./templates.gen.ts";

type Of<K extends "snapshot" | "restore" | "fetch"> = Action & { readonly kind: K };

/** A copy of a folder at this moment. */
export const snapshot: Lowering<Of<"snapshot">> = ({ environment }, { of }) =>
  tasks(environment, of.value, "snapshot", (data) => `take a snapshot of ${data}`);

/** The last copy of a folder, or the one that BACKUP names, in place of what is there. */
export const restoreFiles: Lowering<Of<"restore">> = ({ environment }, { of }) =>
  tasks(
    environment,
    of.value,
    "restore",
    (data) => `restore the last snapshot of ${data}, or the one that BACKUP names`,
  );

/** The last copy that another environment has of its folder. */
export const fetch: Lowering<Of<"fetch">> = ({ environment }, { of, from: source }) =>
  source === undefined
    ? []
    : tasks(
        environment,
        of.value,
        "fetch",
        (data) => `fetch the last snapshot of ${data} from ${source.value}`,
        source,
      );

const tasks = (
  environment: Environment,
  subject: Subject,
  verb: string,
  sentence: (data: string) => string,
  source?: Traced<string>,
): readonly Task[] =>
  tasksOf(
    subject,
    fileBackups(environment).map((backup) => ({ backup, name: backup.plan.name, at: backup.plan.at })),
    ({ backup, name, at }) => ({
      name: `${verb}_${name}`,
      text: sentence(backup.storage.name),
      where: "node",
      tools: [],
      commands: filled(snapshotsSh, { program: backupProgram(environment, backup), plan: name, verb, node: source }, [
        from(at),
      ]),
    }),
  );
