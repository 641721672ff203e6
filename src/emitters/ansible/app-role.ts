import type { MachineApp } from "../../compiler/environment/machine-app.ts";
import type { Artifact } from "../../compiler/emitter.ts";
import type { Environment } from "../../compiler/environment/environment.ts";
import { yaml } from "../../formats/yaml/tree.ts";
import { appFiles } from "./app-files.ts";
import { installTasks, runTasks } from "./app-tasks.ts";
import { type RunningGroup, roleOf, runningGroups } from "./groups.ts";
import { handler } from "./handlers.ts";

/** A role for each group, that runs its apps. */
export const appRoles = (environment: Environment): readonly Artifact[] =>
  runningGroups(environment).flatMap((running) => appRole(environment, running));

function appRole(environment: Environment, running: RunningGroup): readonly Artifact[] {
  const folder = `roles/${roleOf(running)}`;
  const { apps, group } = running;
  if (apps.length === 0) return [];
  const installed = apps.flatMap((app) => installTasks(environment, app));
  return [
    {
      path: `${folder}/tasks/main.yml`,
      at: group.at,
      document: yaml([...installed, ...runTasks(environment, running)]),
    },
    {
      path: `${folder}/handlers/main.yml`,
      at: group.at,
      document: yaml(apps.map((app) => handler(environment, app))),
    },
    ...apps.flatMap((app) => filesOf(environment, app, folder)),
  ];
}

const filesOf = (environment: Environment, app: MachineApp, folder: string): readonly Artifact[] =>
  appFiles(environment, app).map(({ name, document }) => ({ path: `${folder}/files/${name}`, at: app.at, document }));
