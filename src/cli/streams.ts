import { EXIT, raiseExitCode } from "./exit-code.ts";

/** Data: what a script reads. */
export const give = (text: string): void => {
  if (text !== "") guarded(process.stdout, outputFailed).write(text);
};

/** Talk: what a person reads. */
export const say = (text: string): void => {
  if (text !== "") guarded(process.stderr, unheard).write(text);
};

type Failure = (error: NodeJS.ErrnoException) => void;

/** Not before something is said: Node opens a stream when it is first asked for, which costs a silent run too much. */
const guarded = (stream: NodeJS.WriteStream, failed: Failure): NodeJS.WriteStream =>
  stream.listeners("error").includes(failed) ? stream : stream.on("error", failed);

/** A reader that has had enough, as `head`, is no failure; a disk that is full is one. */
function outputFailed({ code }: NodeJS.ErrnoException): void {
  if (code === "EPIPE") return;
  raiseExitCode(EXIT.failed);
  say(`error: the standard output cannot be written: ${code === "ENOSPC" ? "no space is left" : code}\n`);
}

/** Nobody is left to tell it to. */
function unheard(): void {}
