import type { Environment } from "../../compiler/environment/environment.ts";
import type { SecretSource } from "../../compiler/environment/secret.ts";
import type { BoundValue } from "../parts/kubernetes-bound-value.ts";
import { generator, secretOutput, sharedSecrets } from "../parts/generated-secrets.ts";
import type { RequiredObject } from "../parts/kubernetes-required-object.ts";

const OUTPUT = "terraform -chdir=../terraform output";

const words = { configMap: "configmap", secret: "secret generic" } as const;

/** The lines of the command that makes an object from where its values are known. */
export function createCommand(environment: Environment, namespace: string, object: RequiredObject): readonly string[] {
  const head = `kubectl -n ${namespace} create ${words[object.kind]} ${object.name}`;
  const options = [...object.entries].map(([key, value]) => `  ${option(environment, key, value)}`);
  return [head, ...options].map((line, index, lines) => (index + 1 < lines.length ? `${line} \\` : line));
}

export const tlsCommand = (namespace: string, secret: string, certificate: string): string =>
  `kubectl -n ${namespace} create secret tls ${secret} --cert=${certificate}.crt --key=${certificate}.key`;

function option(environment: Environment, key: string, value: BoundValue): string {
  const { reference } = value;
  const secret =
    reference.kind === "secret" ? environment.secrets.find(({ name }) => name === reference.name) : undefined;
  if (secret !== undefined && sharedSecrets(environment).includes(secret))
    return `--from-literal=${key}="$(${OUTPUT} -raw ${secretOutput(secret)})"`;
  const source = secret?.source;
  if (source?.kind === "file") return `--from-file=${key}=${quoted(source.path)}`;
  return `--from-literal=${key}="${shellWord(environment, value, source)}"`;
}

/** What a shell writes between double quotes to get at a value. */
function shellWord(environment: Environment, value: BoundValue, source: SecretSource | undefined): string {
  switch (source?.kind) {
    case "env":
      return `$${source.variable}`;
    case "vault":
      return `$(vault kv get -field=value ${quoted(source.path)})`;
    case "generate":
      return `$(${generator(source).join(" ")})`;
    default:
      return environment.targets.some((target) => target.value === "terraform")
        ? `$(${terraformOutput(value)})`
        : `$${value.variable}`;
  }
}

/** Terraform has an output for each attribute that apps read; those of instances are lists. */
function terraformOutput({ variable, reference }: BoundValue): string {
  const name = variable.toLowerCase();
  const isList = reference.kind === "attribute" && reference.section === "instances";
  return isList ? `${OUTPUT} -json ${name} | jq -r 'join(",")'` : `${OUTPUT} -raw ${name}`;
}

const quoted = (word: string): string => `'${word.split("'").join("'\\''")}'`;
