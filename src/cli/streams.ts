import { EXIT, raiseExitCode } from "./exit-code.ts";

/** Data: what a script reads. */
export const give = (text: string): void => {
  if (text !== "") process.stdout.write(text);
};

/** Talk: what a person reads. */
export const say = (text: string): void => {
  if (text !== "") process.stderr.write(text);
};

/** A reader that has had enough, as `head`, is no failure; a disk that is full is one. */
export function guardStreams(): void {
  process.stderr.on("error", () => {});
  process.stdout.on("error", ({ code }: NodeJS.ErrnoException) => {
    if (code === "EPIPE") return;
    raiseExitCode(EXIT.failed);
    say(`error: the standard output cannot be written: ${code === "ENOSPC" ? "no space is left" : code}\n`);
  });
}
