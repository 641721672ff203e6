import { diagnose } from "../../../../compiler/diagnostics/diagnostic.ts";
import type { Check } from "../../../../compiler/emitter.ts";
import { holdsSecret } from "../../../../compiler/environment/text.ts";
import { deployedSettings } from "../../settings.ts";
import { groupsAwaited } from "../awaited-groups.ts";

/** There is no store of secrets, so user data carries them, where everybody with access to the account reads them. */
export const secretsAreShown: Check = function* (environment) {
  for (const { app, setting } of deployedSettings(environment))
    if (holdsSecret(setting.value))
      yield diagnose("secret-in-user-data", setting.at, { app: app.name, setting: setting.name });
  for (const { name, at, group } of environment.selfHostedDatabases)
    if (group !== undefined) yield diagnose("secret-in-user-data", at, { app: name, setting: "DATABASE_PASSWORD" });
};

/** A machine is told the addresses of others when it is made, so those are there before it. */
export const settingsComeInOrder: Check = function* (environment) {
  const awaited = groupsAwaited(environment);
  for (const { waiting, group, at } of awaited)
    if (leadsTo(awaited, group, waiting)) yield diagnose("digitalocean-settings-cycle", at, { waiting, group });
};

type Awaited = ReturnType<typeof groupsAwaited>;

function leadsTo(awaited: Awaited, from: string, to: string, seen: readonly string[] = []): boolean {
  if (from === to) return true;
  const next = awaited.filter(({ waiting, group }) => waiting === from && !seen.includes(group));
  return next.some(({ group }) => leadsTo(awaited, group, to, [...seen, from]));
}
