import { ORIGINS, type Origins, type Traced } from "../origin.ts";

/**
 * A Dockerfile as data. A `string` is always literal text, escaped for the place where it stands; what the builder
 * replaces is a `buildArgument`, so no text of a spec can become one. No line of a Dockerfile can hold a line break.
 */
export interface DockerfileDocument {
  readonly format: "dockerfile";
  readonly comment: string | undefined;
  readonly instructions: readonly Instruction[];
}

export type Keyword =
  | "ADD"
  | "ARG"
  | "CMD"
  | "COPY"
  | "ENTRYPOINT"
  | "ENV"
  | "EXPOSE"
  | "FROM"
  | "HEALTHCHECK"
  | "LABEL"
  | "RUN"
  | "SHELL"
  | "STOPSIGNAL"
  | "USER"
  | "VOLUME"
  | "WORKDIR";

/** A keyword and what follows it, with blanks between. */
export interface Instruction {
  readonly keyword: Keyword;
  readonly values: readonly Value[];
  readonly [ORIGINS]?: Origins;
}

/** A text alone is one word, such as an image or a folder. */
export type Value = Text | Exec | Paths | Pair | Flag | Code | Traced<Value>;

/** A word with what the builder puts in: `${NAME}`. */
export type Text = string | BuildArgument | Concatenation | Traced<Text>;

/** What an `ARG` or `ENV` above has set. */
export interface BuildArgument {
  readonly kind: "build-argument";
  readonly name: string;
}

export interface Concatenation {
  readonly kind: "concatenation";
  readonly parts: readonly Text[];
}

/** A command as a JSON array, which neither the builder nor a shell expands. */
export interface Exec {
  readonly kind: "exec";
  readonly argv: readonly (string | Traced<string>)[];
}

/** Paths as a JSON array, as `COPY` and `VOLUME` take them; in these the builder does expand. */
export interface Paths {
  readonly kind: "paths";
  readonly paths: readonly Text[];
}

/** `NAME="value"` of `ENV`, `LABEL` or `ARG`. Several of one instruction stand on a line each. */
export interface Pair {
  readonly kind: "pair";
  readonly name: string;
  readonly value: Text;
}

/** `--name=value`. */
export interface Flag {
  readonly kind: "flag";
  readonly name: string;
  readonly value: Text;
}

/** Lines for the shell, written as they are: code of the emitter, never of a spec. */
export interface Code {
  readonly kind: "code";
  readonly lines: readonly string[];
}

export const buildArgument = (name: string): BuildArgument => ({ kind: "build-argument", name });

export const concatenation = (...parts: readonly Text[]): Concatenation => ({ kind: "concatenation", parts });

export const exec = (...argv: Exec["argv"]): Exec => ({ kind: "exec", argv });

export const paths = (...given: readonly Text[]): Paths => ({ kind: "paths", paths: given });

export const pair = (name: string, value: Text): Pair => ({ kind: "pair", name, value });

export const flag = (name: string, value: Text): Flag => ({ kind: "flag", name, value });

export const code = (...lines: readonly string[]): Code => ({ kind: "code", lines });

export const instruction = (keyword: Keyword, ...values: readonly Value[]): Instruction => ({ keyword, values });

/** The same instruction, there for these reasons. */
export const because = (origins: Origins, of: Instruction): Instruction => ({ ...of, [ORIGINS]: origins });

export const dockerfile = (instructions: readonly Instruction[], comment?: string): DockerfileDocument => ({
  format: "dockerfile",
  comment,
  instructions,
});
