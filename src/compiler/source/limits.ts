/** What a spec may hold at most, so that no text can exhaust the machine that compiles it. Lengths are in UTF-16 units. */
export const LIMITS = {
  fileLength: 8 * 1024 * 1024,
  lines: 500_000,
  depth: 64,
  nodes: 500_000,
  keys: 20_000,
  aliases: 50,
  expansion: 10,
  emptyNodes: 10_000,
  scalarLength: 64 * 1024,
  keyLength: 1024,
  findings: 100,
} as const;
