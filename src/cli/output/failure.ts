export type FailureKind = "edited" | "symlink" | "unsafe-path" | "blocked" | "manifest" | "locked" | "io";

/** Why the output tree was left as it was. `path` is what a user would type; `message` states a fact about it. */
export interface OutputFailure {
  readonly kind: FailureKind;
  readonly path: string;
  readonly message: string;
  readonly help: string | undefined;
}

export const unsafePath = (path: string, message: string): OutputFailure => ({
  kind: "unsafe-path",
  path,
  message,
  help: "rename what the file is named after",
});

export const editedByHand = (path: string): OutputFailure => ({
  kind: "edited",
  path,
  message: "was edited by hand, or is not a file that specc wrote",
  help: "move the change into the spec, or replace the file with `--force`",
});

export const notAManifest = (path: string, problem: string): OutputFailure => ({
  kind: "manifest",
  path,
  message: `is not a manifest that this specc wrote: ${problem}`,
  help: "restore the file, or replace it with `--force`",
});

export const isSymlink = (path: string): OutputFailure => ({
  kind: "symlink",
  path,
  message: "is a symbolic link, and specc writes through none",
  help: "put a real file or folder there, or name the link's destination with `-o`",
});

export const isBlocked = (path: string, found: string, needed: string): OutputFailure => ({
  kind: "blocked",
  path,
  message: `is a ${found} where the output has a ${needed}`,
  help: "move it out of the output",
});

export const isLocked = (path: string, process: number): OutputFailure => ({
  kind: "locked",
  path,
  message: `process ${process} is still writing here`,
  help: "wait for it; when no compile runs under that number, delete the folder",
});
