import { ORIGINS, type Origins, type Traced } from "../origin.ts";

/**
 * A systemd or fleet unit as data. A `string` is always literal text, escaped for the place where it stands; what
 * systemd replaces is a `specifier` or a `variable`, so no text of a spec can become one.
 *
 * systemd takes lines of a megabyte, but fleet's parser refuses one of more than 2,048 bytes. It counts each line by
 * itself, so a long command for fleet is broken by `commandLines`, and no single argument may come near.
 */
export interface UnitDocument {
  readonly format: "unit";
  readonly comment: string | undefined;
  readonly sections: readonly Section[];
}

export interface Section {
  readonly name: string;
  readonly directives: readonly Directive[];
  readonly [ORIGINS]?: Origins;
}

/** `Name=value`; a list such as `ExecStartPre=` is a directive each. */
export interface Directive {
  readonly name: string;
  readonly value: UnitValue;
}

/** A text alone is a value to the end of its line, such as `Description=` or a path. */
export type UnitValue = Text | Command | Assignment | Words | Traced<UnitValue>;

export type Text = string | Specifier | Concatenation<Text> | Traced<Text>;

/** A part of a command; only there does systemd know variables. */
export type Argument = string | Specifier | Variable | Concatenation<Argument> | Traced<Argument>;

/** What systemd puts in when it loads a unit, such as `%i` for the instance. */
export interface Specifier {
  readonly kind: "specifier";
  readonly letter: string;
}

/** The value of an environment variable when the command starts, as one argument whatever it holds: `${NAME}`. */
export interface Variable {
  readonly kind: "variable";
  readonly name: string;
}

export interface Concatenation<Part> {
  readonly kind: "concatenation";
  readonly parts: readonly Part[];
}

/** `-` ignores a failure, `@` takes the second argument for the first, `+` and `!` keep privileges. */
export type Prefix = "-" | "@" | "+" | "!" | "!!";

/** Arguments that share a line of the unit. */
export type CommandLine = readonly Argument[] | Traced<readonly Argument[]>;

/** What `ExecStart=` and its like run. The first argument is an absolute path; no shell comes between. */
export interface Command {
  readonly kind: "command";
  readonly prefixes: readonly Prefix[];
  readonly lines: readonly CommandLine[];
}

/** `"NAME=value"` of `Environment=`, where a dollar is nothing special. */
export interface Assignment {
  readonly kind: "assignment";
  readonly name: string;
  readonly value: Text;
}

/** Names between spaces, as `After=` takes them. */
export interface Words {
  readonly kind: "words";
  readonly words: readonly Text[];
}

export const specifier = (letter: string): Specifier => ({ kind: "specifier", letter });

export const variable = (name: string): Variable => ({ kind: "variable", name });

export const concatenation = <Parts extends readonly Argument[]>(...parts: Parts): Concatenation<Parts[number]> => ({
  kind: "concatenation",
  parts,
});

/** A command on one line. */
export const command = (argv: readonly Argument[], ...prefixes: readonly Prefix[]): Command =>
  commandLines([argv], ...prefixes);

/** A command on several lines, as people write one with many options. */
export const commandLines = (lines: readonly CommandLine[], ...prefixes: readonly Prefix[]): Command => ({
  kind: "command",
  prefixes,
  lines,
});

export const assignment = (name: string, value: Text): Assignment => ({ kind: "assignment", name, value });

export const words = (...given: readonly Text[]): Words => ({ kind: "words", words: given });

export const directive = (name: string, value: UnitValue): Directive => ({ name, value });

/** A section, there for these reasons; its header tells them, and so does each directive that has none of its own. */
export const section = (name: string, origins: Origins, directives: readonly Directive[]): Section => ({
  name,
  directives,
  [ORIGINS]: origins,
});

export const unit = (sections: readonly Section[], comment?: string): UnitDocument => ({
  format: "unit",
  comment,
  sections,
});
