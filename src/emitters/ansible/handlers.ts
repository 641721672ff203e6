import type { MachineApp } from "../../compiler/environment/machine-app.ts";
import type { Environment } from "../../compiler/environment/environment.ts";
import { by } from "../../compiler/rules.ts";
import type { YamlNode } from "../../formats/yaml/tree.ts";
import { timerName, unitName } from "../parts/machine-paths.ts";
import { IMAGE_BUILD, task } from "./task.ts";

/** The unit that is started for an app; a recurring job is started by its timer alone. */
export const startedUnit = (environment: Environment, app: MachineApp): string =>
  app.schedule === undefined ? unitName(environment, app) : timerName(environment, app);

export const restart = ({ name }: MachineApp): string => `Restart ${name}`;

export const handler = (environment: Environment, app: MachineApp): YamlNode =>
  task(
    restart(app),
    "ansible.builtin.systemd",
    { name: startedUnit(environment, app), state: "restarted", daemon_reload: true },
    [{ at: app.at }, by("ansible-restart", app.at)],
    { when: `not ${IMAGE_BUILD}` },
  );
