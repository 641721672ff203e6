import type { Environment } from "../../compiler/environment/environment.ts";
import type { Named } from "../../compiler/environment/located.ts";
import { hasSettingsStore } from "./settings-store.ts";

/** Where things lie on a machine that runs apps; every name begins with the environment's, so that none is the system's. */
export const machineFile = ({ name }: Environment): string => `/etc/${name.value}/machine.env`;

export const literalsFile = ({ name }: Environment, app: Named): string => `/etc/${name.value}/${app.name}.env`;

/** Below /run, so that what only the deployment knows is never on a disk, unless the first boot alone can write it. */
export const deployedFile = (environment: Environment, app: Named): string =>
  hasSettingsStore(environment)
    ? `/run/${environment.name.value}/${app.name}.env`
    : `/etc/${environment.name.value}/${app.name}.deployed.env`;

export const settingsProgram = ({ name }: Environment): string => `/usr/local/bin/${name.value}-settings`;

export const unitName = ({ name }: Environment, app: Named): string => `${name.value}-${app.name}.service`;

export const timerName = ({ name }: Environment, app: Named): string => `${name.value}-${app.name}.timer`;

export const unitFolder = "/etc/systemd/system";

/** The variable of the machine file that holds an app's image reference. */
export const imageVariable = (app: Named): string => `${app.name.replaceAll("-", "_").toUpperCase()}_IMAGE`;
