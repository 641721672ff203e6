/** What `npm run templates` writes, by path. */
export function generate(): Promise<ReadonlyMap<string, string>>;
