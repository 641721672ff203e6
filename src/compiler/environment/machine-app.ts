import type { App } from "./app.ts";
import type { ArtifactApp } from "./artifact.ts";
import type { Environment } from "./environment.ts";

/** What systemd runs on a machine: a container, or a released binary. */
export type MachineApp = App | ArtifactApp;

export const isReleased = (app: MachineApp): app is ArtifactApp => "artifact" in app;

/** Files that a proxy serves are no process. */
export const isProcess = (app: MachineApp): boolean => !isReleased(app) || !app.artifact.static.value;

/** The processes of an environment, in order of name. */
export const processesOf = ({ apps, artifactApps }: Environment): readonly MachineApp[] =>
  artifactApps.length === 0
    ? apps
    : [...apps, ...artifactApps].filter(isProcess).sort((a, b) => (a.name < b.name ? -1 : 1));
