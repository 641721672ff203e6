import type { Scalar } from "../../compiler/environment/text.ts";
import { isLiteral, literal } from "../../compiler/environment/text.ts";
import { by } from "../../compiler/rules.ts";
import type { JsonNode } from "../../formats/json/tree.ts";
import { ORIGINS, traced } from "../../formats/origin.ts";
import type { PackedContainer } from "./container-images.ts";
import { lowerUser } from "./container-lower.ts";

/** How `docker-push` signs in to the registry; a bool var decides when the build runs. */
export function containerLogin({ registry }: PackedContainer): { readonly [key: string]: JsonNode } {
  const login = registry?.login;
  if (registry === undefined || login === undefined) return {};
  const url = isLiteral(registry.url) ? literal(registry.url) : undefined;
  const server = url?.value.split("/")[0];
  return {
    login: flag(login.enabled),
    login_username: login.user && lowerUser(login.user),
    login_password: login.password && lowerUser(login.password),
    login_server:
      url === undefined || server === undefined || server === "docker.io"
        ? undefined
        : traced(server, ...url[ORIGINS], by("packer-login-server", registry.at)),
  };
}

/** Packer takes the word for the truth. */
const flag = (enabled: Scalar<boolean>): JsonNode =>
  enabled.variable === undefined
    ? traced(enabled.value, ...enabled[ORIGINS])
    : traced(`{{user \`${enabled.variable}\`}}`, ...enabled[ORIGINS]);
