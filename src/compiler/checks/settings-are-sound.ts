import { diagnose } from "../diagnostics/diagnostic.ts";
import type { Check } from "../emitter.ts";
import type { EnvironmentVariable } from "../environment/app.ts";
import type { Environment } from "../environment/environment.ts";

const weakMode = /(?:^|[?&\s])(?:sslmode=)?(disable|allow|prefer)(?=$|[&\s])/;

/** A connection that may fall back to plain text is read by whoever listens. */
export const connectionsAreEncrypted: Check = function* (environment) {
  for (const { name, at, value } of settingsOf(environment)) {
    const text = written(value);
    const isMode = /sslmode/i.test(name) || /sslmode=/.test(text);
    const mode = isMode ? weakMode.exec(text)?.[1] : undefined;
    if (mode !== undefined) yield diagnose("weak-sslmode", at, { setting: name, mode });
  }
};

/** Logs are a stream that the machine keeps; a file of one machine goes with it. */
export const logsAreStreams: Check = function* (environment) {
  for (const { name, at, value } of settingsOf(environment))
    if (/^\/.*\.log$|^\/var\/log\//.test(written(value))) yield diagnose("log-file", at, { setting: name });
};

const settingsOf = ({ apps, artifactApps }: Environment): readonly EnvironmentVariable[] =>
  [...apps, ...artifactApps].flatMap(({ env }) => env);

const written = ({ parts }: EnvironmentVariable["value"]): string =>
  parts.map((part) => (typeof part === "string" ? part : part.kind === "variable" ? part.value : "x")).join("");
