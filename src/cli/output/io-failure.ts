import type { OutputFailure } from "./failure.ts";

const FACTS: Readonly<Record<string, readonly [message: string, help?: string]>> = {
  EACCES: ["permission is denied", "make it writable for the user that runs specc, or choose another folder with `-o`"],
  EPERM: ["the operation is not permitted", "choose another folder with `-o`"],
  EROFS: ["the file system is read-only", "choose another folder with `-o`"],
  ENOSPC: ["no space is left on the disk", "free some space and compile again"],
  EDQUOT: ["the disk quota is used up", "free some space and compile again"],
  EMFILE: ["too many files are open"],
  ENFILE: ["too many files are open"],
  ENAMETOOLONG: ["the path is too long for this file system", "choose a shorter folder with `-o`"],
  EXDEV: ["it lies on another file system than the rest of the output", "do not mount a file system inside the output"],
  ENOENT: ["it vanished in the middle of the compile", "compile again"],
  EISDIR: ["a folder is where the output has a file", "move it out of the output"],
  ENOTDIR: ["a file is where the output has a folder", "move it out of the output"],
  ENOTEMPTY: ["a folder that is not empty is where the output has a file", "move it out of the output"],
};

/** What the operating system refused, as a finding; undefined for anything else, which is a bug and must stay one. */
export function ioFailure(error: unknown, nameOf: (paths: readonly string[]) => string): OutputFailure | undefined {
  if (!isSystemError(error)) return undefined;
  const [fact, help] = FACTS[error.code] ?? [`the system answers ${error.code}`];
  return {
    kind: "io",
    path: nameOf([error.dest ?? [], error.path ?? []].flat()),
    message: `cannot be written or read: ${fact}`,
    help,
  };
}

interface SystemError extends Error {
  readonly code: string;
  readonly syscall: string;
  readonly path?: string;
  readonly dest?: string;
}

const isSystemError = (error: unknown): error is SystemError =>
  error instanceof Error && "syscall" in error && "code" in error && typeof error.code === "string";

export const hasCode = (error: unknown, ...codes: readonly string[]): boolean =>
  isSystemError(error) && codes.includes(error.code);
