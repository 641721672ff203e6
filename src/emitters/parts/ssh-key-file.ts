import type { SshKey } from "../../compiler/environment/access.ts";
import type { Environment } from "../../compiler/environment/environment.ts";
import { literal, wholeReference } from "../../compiler/environment/text.ts";
import { derive, type Traced, traced } from "../../formats/origin.ts";

/** Where the private half of a key lies on the machine that deploys; a key that is given as a text has none there. */
export function privateKeyFile(environment: Environment, { name, at, source }: SshKey): Traced<string> | undefined {
  if (source.kind === "literal") return undefined;
  if (source.kind === "file") return derive(literal(source.path), (path) => path.replace(/\.pub$/, ""));
  const reference = wholeReference(source.text);
  const secret = environment.secrets.find((each) => reference?.kind === "secret" && each.name === reference.name);
  if (secret?.source.kind === "file") return traced(secret.source.path, { at: secret.at });
  return traced(`~/.ssh/${secret?.name ?? name}`, { at });
}

/** Where the public half lies: beside the private one. */
export const publicKeyFile = (environment: Environment, key: SshKey): Traced<string> | undefined =>
  key.source.kind === "file"
    ? literal(key.source.path)
    : optional(privateKeyFile(environment, key), (path) => `${path}.pub`);

const optional = (path: Traced<string> | undefined, to: (path: string) => string): Traced<string> | undefined =>
  path === undefined ? undefined : derive(path, to);
