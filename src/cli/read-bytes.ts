import { closeSync, constants, fstatSync, openSync, readFileSync } from "node:fs";

export type Bytes = { readonly bytes: Uint8Array } | { readonly problem: string } | { readonly tooLarge: true };

const PROBLEMS: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file",
  ENOTDIR: "there is no such file",
  EISDIR: "it is a folder",
  EACCES: "permission is denied",
  EPERM: "permission is denied",
  ELOOP: "its symbolic links lead nowhere",
  ENAMETOOLONG: "the path is too long",
};

/** Without `O_NONBLOCK` a pipe would keep us waiting before we see that it is one; Windows has no such flag. */
const READ = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

/** The bytes of a regular file that is not longer than the limit. */
export function readBytes(path: string, limit: number): Bytes {
  return unlessRefused(() => {
    const file = openSync(path, READ);
    try {
      const stats = fstatSync(file);
      if (stats.isDirectory()) return { problem: "it is a folder" };
      if (!stats.isFile()) return { problem: "it is not a regular file" };
      return stats.size > limit ? { tooLarge: true } : { bytes: readFileSync(file) };
    } finally {
      closeSync(file);
    }
  });
}

/** What the operating system refuses, in our words; anything else is a bug. */
export function unlessRefused<T>(steps: () => T): T | { readonly problem: string } {
  try {
    return steps();
  } catch (error) {
    const { code, syscall } = error as NodeJS.ErrnoException;
    if (code === undefined || syscall === undefined) throw error;
    return { problem: PROBLEMS[code] ?? `the system answers ${code}` };
  }
}
