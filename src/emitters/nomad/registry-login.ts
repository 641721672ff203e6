import type { App } from "../../compiler/environment/app.ts";
import type { Environment } from "../../compiler/environment/environment.ts";
import type { Registry, RegistryLogin } from "../../compiler/environment/registry.ts";
import { isLiteral, literal, type Text } from "../../compiler/environment/text.ts";
import { by } from "../../compiler/rules.ts";
import { type Block, because, block, type Expression, operation, reference, template } from "../../formats/hcl/tree.ts";
import { ORIGINS, traced } from "../../formats/origin.ts";
import { expand } from "../parts/expand.ts";
import { joined } from "../parts/joined-parts.ts";
import { loginOf } from "../parts/registry-login.ts";
import { action, closing, opening, VARIABLE } from "./go-template.ts";
import { lower } from "./lower.ts";

/** The variable of the task by which the driver gets the password. */
export const PASSWORD = "REGISTRY_PASSWORD";

/** How the driver signs in to the registry of an app's image. */
export function auth(environment: Environment, app: App): readonly Block[] {
  const login = loginOf(app);
  if (login?.password === undefined) return [];
  const text = (of: Text | undefined) => of && lower(environment, app, of);
  return [
    switched(login, "auth", {
      username: text(login.user),
      password: traced(template(reference(PASSWORD)), ...login.password[ORIGINS]),
      email: text(login.email),
      server_address: server(app.builtFrom?.registry),
    }),
  ];
}

/** Reads the password when the task starts; a new one is for the next start. */
export function passwordTemplate(environment: Environment, app: App): readonly Block[] {
  const login = loginOf(app);
  if (login?.password === undefined) return [];
  const password = expand(environment, app, login.password);
  const whole = switched(login, "template", {
    destination: template(reference("NOMAD_SECRETS_DIR"), "/registry.env"),
    env: true,
    change_mode: traced("noop", by("nomad-login-at-start", login.at)),
    error_on_missing_key: true,
    data: template(
      opening(app, VARIABLE, true),
      template(`${PASSWORD}=`, action(environment, app, joined(password.parts), [VARIABLE]), "\n"),
      closing(app, VARIABLE),
    ),
  });
  return [because([{ at: login.at }, by("nomad-settings-file", login.at)], whole)];
}

/** A block that a bool var may switch off when the job is registered. */
function switched({ enabled, at }: RegistryLogin, type: string, content: Block["attributes"]): Block {
  if (enabled.variable === undefined) return because([{ at }], block([type], content));
  const wanted: Expression = operation`${reference(`var.${enabled.variable}`)} ? ${[true]} : ${[]}`;
  return because(
    [{ at }],
    block(["dynamic", type], { for_each: traced(wanted, ...enabled[ORIGINS]) }, [block(["content"], content)]),
  );
}

/** The host of a registry; Docker itself knows its own hub under none. */
function server(registry: Registry | undefined): Expression | undefined {
  if (registry === undefined || !isLiteral(registry.url)) return undefined;
  const written = literal(registry.url);
  const [host = ""] = written.value.split("/");
  return host === "docker.io" ? undefined : traced(host, ...written[ORIGINS]);
}
