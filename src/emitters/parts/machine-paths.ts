import type { Environment } from "../../compiler/environment/environment.ts";
import type { Named } from "../../compiler/environment/located.ts";
import { isReleased, type MachineApp } from "../../compiler/environment/machine-app.ts";
import { literal } from "../../compiler/environment/text.ts";
import { hasSettingsStore } from "./settings-store.ts";

/** Where things lie on a machine that runs apps; every name begins with the environment's, so that none is the system's. */
export const machineFile = ({ name }: Environment): string => `/etc/${name.value}/machine.env`;

export const literalsFile = ({ name }: Environment, app: Named): string => `/etc/${name.value}/${app.name}.env`;

/**
 * Below /run, so that what only the deployment knows is never on a disk, unless the first boot alone can write it; then
 * it is where the spec says.
 */
export function deployedFile(environment: Environment, app: MachineApp): string {
  if (hasSettingsStore(environment)) return `/run/${environment.name.value}/${app.name}.env`;
  return app.envFile === undefined
    ? `/etc/${environment.name.value}/${app.name}.deployed.env`
    : literal(app.envFile).value;
}

export const settingsProgram = ({ name }: Environment): string => `/usr/local/bin/${name.value}-settings`;

/** A released program is a guest of the machine under its own name, as a package is; containers say whose they are. */
const unitStem = ({ name }: Environment, app: MachineApp): string =>
  isReleased(app) ? app.name : `${name.value}-${app.name}`;

export const unitName = (environment: Environment, app: MachineApp): string => `${unitStem(environment, app)}.service`;

export const timerName = (environment: Environment, app: MachineApp): string => `${unitStem(environment, app)}.timer`;

/** A release brings its unit along, as a package does, so that `/etc` is left to whoever runs the machine. */
export const unitFolderOf = (app: MachineApp): string =>
  isReleased(app) ? "/usr/lib/systemd/system" : "/etc/systemd/system";

/** Where a machine is told the password of a database that it runs. */
export const databaseFile = ({ name }: Environment, database: Named): string =>
  `/etc/${name.value}/${database.name}.database.env`;

export const databaseUnit = ({ name }: Environment, database: Named): string =>
  `${name.value}-${database.name}-database.service`;

export const databaseProgram = ({ name }: Environment, database: Named): string =>
  `/usr/local/bin/${name.value}-${database.name}-database`;

/** The file that holds where a release is fetched from. */
export const releaseFile = ({ name }: Environment, app: Named): string => `/etc/${name.value}/${app.name}.url`;

export const installProgram = ({ name }: Environment): string => `/usr/local/bin/${name.value}-install`;

/** The variable of the machine file that holds an app's image reference. */
export const imageVariable = (app: Named): string => `${app.name.replaceAll("-", "_").toUpperCase()}_IMAGE`;
