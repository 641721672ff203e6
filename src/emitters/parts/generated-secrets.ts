import type { Environment } from "../../compiler/environment/environment.ts";
import type { Secret, SecretSource } from "../../compiler/environment/secret.ts";
import type { Text } from "../../compiler/environment/text.ts";

type Generated = Extract<SecretSource, { kind: "generate" }>;

/** The command that makes a secret: letters and digits of a random one are hexadecimal, of which a byte gives two. */
export function generator({ form, length }: Generated): readonly string[] {
  switch (form) {
    case "random":
      return ["openssl", "rand", "-hex", `${Math.ceil(length.value / 2)}`];
    case "rsa":
      return ["openssl", "genrsa", "4096"];
    case "tsig":
      return ["openssl", "rand", "-base64", "32"];
  }
}

/**
 * Secrets that a database of the provider and an app have to agree about: Terraform makes them, and the others get
 * them from its outputs.
 */
export function sharedSecrets(environment: Environment): readonly Secret[] {
  if (!environment.targets.some(({ value }) => value === "terraform")) return [];
  const texts = environment.databases.flatMap(({ users }) => users.flatMap(({ password }) => password ?? []));
  const read = new Set(texts.flatMap((text) => secretsIn(environment, text)));
  return environment.secrets.filter(({ name, source }) => source.kind === "generate" && read.has(name));
}

/** The secrets of a text, and those that they are made of. */
const secretsIn = (environment: Environment, { parts }: Text): readonly string[] =>
  parts.flatMap((part) => {
    if (typeof part === "string" || part.kind !== "secret") return [];
    const source = environment.secrets.find(({ name }) => name === part.name)?.source;
    const inner = source?.kind === "from" || source?.kind === "template" ? secretsIn(environment, source.text) : [];
    return [part.name, ...inner];
  });

/** Terraform's output that holds such a secret. */
export const secretOutput = ({ name }: Pick<Secret, "name">): string => `secret_${name}`;
