import type { App } from "../../compiler/environment/app.ts";
import type { Environment } from "../../compiler/environment/environment.ts";
import type { Text } from "../../compiler/environment/text.ts";
import { by } from "../../compiler/rules.ts";
import { type Block, because, block, type Expression } from "../../formats/hcl/tree.ts";
import { ORIGINS, traced } from "../../formats/origin.ts";
import { lower } from "./lower.ts";
import { portLabels } from "./network.ts";
import { auth, passwordTemplate } from "./registry-login.ts";
import { resources } from "./resources.ts";
import { escapeForDriver } from "./runtime.ts";
import { type Setting, settingsOf } from "./settings.ts";
import { settingsTemplate } from "./template.ts";
import { mounts } from "./volumes.ts";

export function task(environment: Environment, app: App): Block {
  const { plain, rendered } = settingsOf(environment, app);
  const attributes = {
    driver: traced("docker", by("nomad-docker", app.image[ORIGINS][0]?.at ?? app.at)),
    user: app.user && lower(environment, app, app.user),
    kill_timeout: app.kind.value === "service" ? traced("30s", by("nomad-drain", app.at)) : undefined,
  };
  return block(["task", app.name], attributes, [
    container(environment, app),
    ...mounts(app),
    ...env(environment, app, plain),
    ...settingsTemplate(environment, app, rendered),
    ...passwordTemplate(environment, app),
    ...resources(app.resources),
  ]);
}

/** In the language `command` stands for the image's entry point, which Docker calls by that name. */
function container(environment: Environment, app: App): Block {
  const word = (of: Text) => lower(environment, app, of, escapeForDriver);
  const ports = portLabels(app);
  return block(
    ["config"],
    {
      image: word(app.image),
      entrypoint: app.command?.map(word),
      args: app.args?.map(word),
      work_dir: app.workingDirectory && word(app.workingDirectory),
      ports: ports.length === 0 ? undefined : traced(ports, ...(app.port?.[ORIGINS] ?? [{ at: app.at }])),
      security_opt: traced(["no-new-privileges"], by("nomad-no-new-privileges", app.at)),
    },
    auth(environment, app),
  );
}

function env(environment: Environment, app: App, settings: readonly Setting[]): readonly Block[] {
  if (settings.length === 0) return [];
  const entries = settings.map(({ name, value }): [string, Expression] => [name, lower(environment, app, value)]);
  return [because([{ at: [...app.at, "env"] }], block(["env"], Object.fromEntries(entries)))];
}
