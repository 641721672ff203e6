import type { SchemaNode } from "./schema.ts";

/** What messages say of a key: its title, what it means, and an example. */
export interface Wording {
  readonly title: string;
  readonly description: string;
  readonly example: string | undefined;
}

export const wordsOf = (schema: SchemaNode | undefined): Wording => ({
  title: (schema?.title ?? "value").toLowerCase(),
  description: schema?.description ?? "",
  example: schema?.examples?.[0] === undefined ? undefined : exampleOf(schema.examples[0]),
});

const exampleOf = (example: unknown): string => (typeof example === "string" ? example : JSON.stringify(example));
