import type { App } from "../../compiler/environment/app.ts";
import type { Database } from "../../compiler/environment/database.ts";
import type { Environment } from "../../compiler/environment/environment.ts";
import type { AttributeReference, Part, Reference, Text } from "../../compiler/environment/text.ts";
import { ORIGINS, type Traced, traced } from "../../formats/origin.ts";
import { expand } from "../parts/expand.ts";

/** The name under which containers find a database. */
export const databaseService = ({ name }: Pick<Database, "name">): string => `database-${name}`;

/** The variable of the developer's environment that holds the password of a database. */
export const databasePassword = ({ name }: Pick<Database, "name">): string =>
  `DATABASE_${name.replaceAll("-", "_").toUpperCase()}_PASSWORD`;

/** A text with Compose's own variables: those that the developer sets, the others as they are. */
export function lowered(environment: Environment, app: App, given: Text): Traced<string> {
  const known = expand(environment, app, given);
  return traced(known.parts.map((part) => spelled(environment, part) ?? "").join(""), ...known[ORIGINS]);
}

/** The references of a text that mean nothing on a developer's machine. */
export const unknownReferences = (environment: Environment, app: App, given: Text): readonly Reference[] =>
  expand(environment, app, given).parts.filter(
    (part): part is Reference => typeof part !== "string" && spelled(environment, part) === undefined,
  );

function spelled(environment: Environment, part: Part): string | undefined {
  if (typeof part === "string") return literally(part);
  switch (part.kind) {
    case "variable":
      return ofVariable(environment, part.name, part.value);
    case "secret":
      return asked(secretVariable(environment, part.name));
    case "build":
      return asked(`BUILD_${part.attribute.toUpperCase()}`);
    case "attribute":
      return part.section === "apps" ? ofApp(environment, part) : ofDatabase(environment, part);
    default:
      return undefined;
  }
}

/** Compose reads a dollar as the beginning of a variable. */
export const literally = (text: string): string => text.replaceAll("$", "$$$$");

/** A variable without which Compose does not start. */
export const asked = (name: string): string => `\${${name}:?${name} is not set}`;

function ofVariable({ variables }: Environment, name: string, value: string): string {
  const read = variables.find((variable) => variable.name === name)?.env;
  return read === undefined || /[}$]/.test(value) ? literally(value) : `\${${read}:-${value}}`;
}

export function secretVariable({ secrets }: Environment, name: string): string {
  const source = secrets.find((secret) => secret.name === name)?.source;
  return source?.kind === "env" ? source.variable : name.toUpperCase();
}

function ofApp({ apps }: Environment, { name, attribute }: AttributeReference): string | undefined {
  const app = apps.find((each) => each.name === name);
  if (attribute === "host") return app?.name;
  return attribute === "url" && app?.port !== undefined ? `http://${app.name}:${app.port.value}` : undefined;
}

function ofDatabase({ databases }: Environment, { section, name, attribute }: AttributeReference): string | undefined {
  const database = section === "database" ? databases.find((each) => each.name === name) : undefined;
  if (database === undefined) return undefined;
  const password = asked(databasePassword(database));
  const host = databaseService(database);
  const scheme = database.engine.value === "postgres" ? "postgres" : "mysql";
  const login = `${literally(database.user.value)}:${password}`;
  const values: Readonly<Record<string, string>> = {
    host,
    port: String(database.port.value),
    user: literally(database.user.value),
    database: literally(database.database.value),
    password,
    url: `${scheme}://${login}@${host}:${database.port.value}/${literally(database.database.value)}`,
  };
  return values[attribute];
}
