/** The files that are made from the schema, by path. */
export const generate: () => Promise<ReadonlyMap<string, string>>;
