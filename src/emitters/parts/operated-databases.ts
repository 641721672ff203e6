import type { SelfHostedDatabase } from "../../compiler/environment/database.ts";
import type { Environment } from "../../compiler/environment/environment.ts";
import type { Reference } from "../../compiler/environment/text.ts";
import type { BoundValue } from "./kubernetes-bound-value.ts";

/** The databases that an operator runs in a cluster of Kubernetes. */
export const operatedDatabases = ({ selfHostedDatabases }: Environment): readonly SelfHostedDatabase[] =>
  selfHostedDatabases.filter(({ cluster }) => cluster?.kind.value === "kubernetes");

/** What the operator calls the attributes of a database in the Secret that it makes for apps. */
const keys: Readonly<Record<string, string>> = {
  host: "host",
  port: "port",
  database: "dbname",
  user: "username",
  password: "password",
  url: "uri",
};

/** The attribute of a database that the operator tells in a Secret of its own. */
export function operatedValue(environment: Environment, reference: Reference): BoundValue | undefined {
  if (reference.kind !== "attribute" || reference.section !== "database") return undefined;
  const { name, attribute } = reference;
  const key = Object.hasOwn(keys, attribute) ? keys[attribute] : undefined;
  if (key === undefined || !operatedDatabases(environment).some((database) => database.name === name)) return undefined;
  const variable = ["database", name, attribute].join("_").toUpperCase().replaceAll("-", "_");
  return { variable, source: { kind: "secret", object: `${name}-app`, key }, reference };
}

/** The Secret with the name and password of a further user, in the form that the operator reads. */
export const userSecretName = (database: { readonly name: string }, user: { readonly name: string }): string =>
  `database-${database.name}-${user.name}`;
