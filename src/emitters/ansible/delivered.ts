import type { SelfHostedDatabase } from "../../compiler/environment/database.ts";
import type { Environment } from "../../compiler/environment/environment.ts";
import type { InstanceGroup } from "../../compiler/environment/instance-group.ts";
import type { MachineApp } from "../../compiler/environment/machine-app.ts";
import type { Secret } from "../../compiler/environment/secret.ts";
import type { AttributeReference, Part, Text } from "../../compiler/environment/text.ts";
import { by } from "../../compiler/rules.ts";
import { type Traced, traced } from "../../formats/origin.ts";
import { ansibleGroup } from "../parts/ansible-names.ts";

/** Whether Ansible is the one who tells machines what only the deployment knows: where Vagrant makes them. */
export const delivers = ({ provider }: Environment): boolean => provider?.kind.value === "vagrant";

/** The variable of the password of a database of ours. */
export const passwordVariable = ({ name }: Pick<SelfHostedDatabase, "name">): string =>
  `database_${name.replaceAll("-", "_")}_password`;

/** Passwords that Ansible makes once, and keeps with whoever deploys and outside of what is committed. */
export const madePasswords = (environment: Environment): Readonly<Record<string, Traced<string>>> =>
  delivers(environment)
    ? Object.fromEntries(
        environment.selfHostedDatabases.map((database) => [
          passwordVariable(database),
          traced(generated(environment, `database-${database.name}`, 32), by("ansible-password", database.at)),
        ]),
      )
    : {};

const generated = ({ name, environment }: Environment, secret: string, length: number): string =>
  `{{ lookup('ansible.builtin.password', '~/.local/share/${name.value}/${environment.value}/${secret} length=${length} chars=ascii_letters,digits') }}`;

/** A setting as Ansible evaluates it; undefined where only another tool knows it. */
export function deliveredValue(environment: Environment, app: MachineApp, { parts }: Text): string | undefined {
  const words = parts.map((part) => partOf(environment, app, part));
  return words.includes(undefined) ? undefined : words.join("");
}

function partOf(environment: Environment, app: MachineApp, part: Part): string | undefined {
  if (typeof part === "string") return literally(part);
  switch (part.kind) {
    case "variable":
      return expression(part.name);
    case "secret":
      return secretOf(
        environment,
        app,
        environment.secrets.find(({ name }) => name === part.name),
      );
    case "attribute":
      return part.section === "database" ? databaseOf(environment, app, part) : undefined;
    default:
      return undefined;
  }
}

/** What systemd would read as more than a character is kept as it is. */
const escaped = "regex_replace('([\"\\\\\\\\`$])', '\\\\\\\\\\\\1')";

const expression = (code: string): string => `{{ ${code} | ${escaped} }}`;

/** Ansible evaluates what stands between braces. */
const literally = (words: string): string => {
  const kept = words.replace(/["\\`$]/g, (character) => `\\${character}`);
  return /\{[{%#]/.test(kept) ? `{{ ${JSON.stringify(kept)} }}` : kept;
};

function secretOf(environment: Environment, app: MachineApp, secret: Secret | undefined): string | undefined {
  switch (secret?.source.kind) {
    case "env":
      return expression(`lookup('ansible.builtin.env', '${secret.source.variable}')`);
    case "generate":
      return generated(environment, secret.name, secret.source.length.value);
    case "from":
    case "template":
      return deliveredValue(environment, app, secret.source.text);
    default:
      return undefined;
  }
}

function databaseOf(
  { selfHostedDatabases }: Environment,
  app: MachineApp,
  { name, attribute }: AttributeReference,
): string | undefined {
  const database = selfHostedDatabases.find((each) => each.name === name);
  if (database?.group === undefined) return undefined;
  const password = `{{ ${passwordVariable(database)} }}`;
  const host = hostOf(app, database.group);
  switch (attribute) {
    case "host":
      return host;
    case "password":
      return password;
    case "port":
    case "user":
    case "database":
      return String(database[attribute].value);
    default:
      return `${database.engine.value === "postgres" ? "postgres" : "mysql"}://${database.user.value}:${password}@${host}:${database.port.value}/${database.database.value}`;
  }
}

const hostOf = ({ runsOn }: MachineApp, group: InstanceGroup): string =>
  runsOn?.name === group.name
    ? "127.0.0.1"
    : `{{ hostvars[groups['${ansibleGroup(group.name)}'][0]].ansible_facts.default_ipv4.address }}`;
