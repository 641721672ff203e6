import type { ArtifactApp } from "../../compiler/environment/artifact.ts";
import type { Environment } from "../../compiler/environment/environment.ts";
import type { InstanceGroup } from "../../compiler/environment/instance-group.ts";
import { isReleased, type MachineApp } from "../../compiler/environment/machine-app.ts";
import { appsOn } from "../parts/app-settings.ts";
import { enablesItself } from "../parts/boot-images.ts";
import { installProgram, timerName, unitName } from "../parts/machine-paths.ts";
import { accountOf } from "../parts/process-unit.ts";
import { programPath } from "../parts/releases.ts";

type Command = readonly string[];

/** Units that are enabled start again after a restart of the machine; a recurring job is started by its timer alone. */
export function startCommands(environment: Environment, group: InstanceGroup): readonly Command[] {
  const apps = appsOn(environment, group);
  const isBuilt = group.image.kind === "built";
  const started = apps
    .filter((app) => !(isReleased(app) && enablesItself(environment, group)))
    .map((app) => startedUnit(environment, app));
  return [
    ...(isBuilt ? [] : apps.filter(isReleased).flatMap((app) => installCommands(environment, app))),
    ...(isBuilt || apps.length === 0 ? [] : [["systemctl", "daemon-reload"]]),
    ...(started.length === 0 ? [] : [["systemctl", "enable", "--now", ...started]]),
  ];
}

const startedUnit = (environment: Environment, app: MachineApp): string =>
  app.schedule === undefined ? unitName(environment, app) : timerName(environment, app);

function installCommands(environment: Environment, app: ArtifactApp): readonly Command[] {
  const account = app.user === undefined ? [["useradd", "--system", "--user-group", accountOf(app).value]] : [];
  const digest = app.artifact.digest?.parts.join("").replace(/^sha256:/, "");
  const install = [installProgram(environment), app.name, programPath(app).value, ...(digest ? [digest] : [])];
  return [...account, install];
}
