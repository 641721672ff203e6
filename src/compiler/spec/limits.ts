/** What references may do at most, so that no spec can exhaust the machine that compiles it. */
export const limits = {
  /** More findings than anybody reads at once. */
  findings: 100,
  /** References that lead on to one another. */
  references: 64,
  /** Characters of a string with its references filled in. */
  length: 64 * 1024,
} as const;
