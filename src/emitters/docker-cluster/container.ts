import type { Located } from "../../compiler/environment/located.ts";
import type { Traced } from "../../formats/origin.ts";
import type { Word } from "./shell-word.ts";

/** An option of `docker run`; `--env` has a name before its value. */
export interface Option {
  readonly flag: string;
  readonly name?: string;
  readonly value: Word;
}

export const option = (flag: string, value: Word): Option => ({ flag, value });

/** A container of a Docker cluster: how its machine runs it. */
export interface Container extends Located {
  /** The name of the element. */
  readonly name: string;
  /** What Docker calls it. */
  readonly container: Traced<string>;
  readonly image: Word;
  /** The file that holds the image while no registry serves it. */
  readonly archive: Traced<string> | undefined;
  /** A container that never runs, and lends its files to others. */
  readonly isData: boolean;
  /** What it keeps is laid out before it starts. */
  readonly isPrepared: boolean;
  readonly options: readonly Option[];
  /** What follows the image. */
  readonly command: readonly Word[];
}
