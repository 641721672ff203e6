import { type Command, InvalidArgumentError, Option } from "commander";
import { COLOUR_CHOICES, type ColourChoice } from "./colour.ts";

export const FORMATS = ["text", "json", "github"] as const;
export type OutputFormat = (typeof FORMATS)[number];

/** What every command that reads a spec takes. */
export interface SpecOptions {
  readonly env?: string;
  readonly var?: ReadonlyMap<string, string>;
  readonly strict?: true;
  readonly color: ColourChoice;
  readonly quiet?: true;
}

export interface FormatOption {
  readonly format: OutputFormat;
}

/** The options that choose what a spec means. */
export const choiceOptions = (command: Command): Command =>
  command
    .option("--env <name>", "the environment, when it is not the spec's own `environment`")
    .option("--var <name=value>", "a value for a variable of `vars`; may be repeated", addVariable);

export const colourOption = (): Option =>
  new Option("--color <when>", "colour of messages").choices(COLOUR_CHOICES).default("auto");

/** The options that choose how findings are told. */
export const findingOptions = (command: Command): Command =>
  command
    .option("--strict", "take warnings for errors")
    .addOption(colourOption())
    .option("-q, --quiet", "tell errors only");

export const formatOption = (formats: readonly OutputFormat[] = FORMATS): Option =>
  new Option("--format <format>", "how results are told").choices(formats).default("text");

export const repeated = (value: string, before: readonly string[] = []): readonly string[] => [...before, value];

function addVariable(written: string, before: ReadonlyMap<string, string> = new Map()): ReadonlyMap<string, string> {
  const [, name, value = ""] = /^([^=]+)=(.*)$/s.exec(written) ?? [];
  if (name === undefined) throw new InvalidArgumentError("A variable is written as name=value.");
  return new Map([...before, [name, value]]);
}

/** Examples come first, since most people look for the one line that does it. */
export const withExamples = (command: Command, examples: readonly string[]): Command =>
  command.addHelpText("before", `Examples:\n${examples.map((line) => `  ${line}\n`).join("")}`);
