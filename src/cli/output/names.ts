/** Which files are specc's and what was in them; the only manifest of an environment's folder, written last. */
export const MANIFEST = "specc.lock";

/** The manifest that a running compile is about to make true. It stays behind only when that compile was killed. */
export const JOURNAL = "specc.lock.next";

const TEMPORARY = ".specc-tmp-";
const TEMPORARY_NAME = /^\.specc-tmp-(\d+)$/;

/** The folder in which one process prepares its files; while it exists, that process has the turn. */
export const temporaryName = (process: number): string => `${TEMPORARY}${process}`;

/** The process that such a folder belongs to. */
export function processOf(name: string): number | undefined {
  const digits = TEMPORARY_NAME.exec(name)?.[1];
  return digits === undefined ? undefined : Number(digits);
}
