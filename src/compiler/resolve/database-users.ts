import type { DatabaseUser } from "../environment/database.ts";
import type { Database, DatabaseUser as UserSpec } from "../spec/spec.gen.ts";
import type { Context } from "./context.ts";
import { textOf, word } from "./read.ts";
import { type Element, elements } from "./section.ts";

/** Further users in order of name. */
export const resolveUsers = (context: Context, { at, value }: Element<Database>): readonly DatabaseUser[] =>
  elements<UserSpec>([...at, "users"], value.users).map((user) => ({
    name: user.name,
    at: user.at,
    password: textOf(context, user, "password"),
    rights: word<DatabaseUser["rights"]["value"]>()(context, user, "rights", "write"),
  }));
