/** What the process answers, for scripts. */
export const EXIT = {
  fine: 0,
  /** The spec is invalid, or has warnings under `--strict`. */
  invalid: 1,
  /** `--check`: the output is not what the spec says. */
  differs: 2,
  /** A file could not be read or written, or specc has a bug. */
  failed: 3,
  usage: 64,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** From good to bad; of several specs the worst decides. */
const ORDER: readonly number[] = [EXIT.fine, EXIT.differs, EXIT.invalid, EXIT.failed, EXIT.usage];

/** `process.exit` would cut off what is still on its way to a pipe. */
export function raiseExitCode(code: ExitCode): void {
  const before = Number(process.exitCode ?? EXIT.fine);
  if (ORDER.indexOf(code) > ORDER.indexOf(before)) process.exitCode = code;
}
