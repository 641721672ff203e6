import type { SpecPath } from "../../formats/origin.ts";
import { ORIGINS, type Origin } from "../../formats/origin.ts";
import { diagnose } from "../diagnostics/diagnostic.ts";
import { type Part, type Scalar, type Text, text, wholeReference } from "../environment/text.ts";
import { by, from, type RuleId } from "../rules.ts";
import { keyOf } from "../spec/expanded-spec.ts";
import { originOf } from "../spec/merged-spec.ts";
import type { Context } from "./context.ts";
import { scheduleFault } from "./schedule.ts";
import type { Section } from "./section.ts";

/** A value of the spec with its origin. */
export const written = <T>(at: SpecPath, value: T, variable?: string): Scalar<T> => ({
  [ORIGINS]: variable === undefined ? [from(at)] : [from(at), from(["vars", variable, "default"])],
  value,
  ...(variable === undefined ? {} : { variable }),
});

/** A value that nobody wrote, there because of a rule. */
export const implied = <T>(rule: RuleId, at: SpecPath, value: T): Scalar<T> => ({ [ORIGINS]: [by(rule, at)], value });

/** The value of a key that takes only what is known when compiling; references to anything else have been refused. */
function known<T extends object>(
  context: Context,
  section: Section<T>,
  key: keyof T & string,
): Scalar<unknown> | undefined {
  const value = section.value[key] as unknown;
  if (value === undefined) return undefined;
  const at = [...section.at, key];
  return written(at, value, variableOf(context.spec.parts.get(keyOf(at))));
}

const variableOf = (parts: readonly Part[] | undefined): string | undefined => {
  const reference = parts && wholeReference(text(parts, []));
  return reference?.kind === "variable" ? reference.name : undefined;
};

type Reader<V> = {
  <T extends object>(context: Context, section: Section<T>, key: keyof T & string): Scalar<V> | undefined;
  <T extends object>(context: Context, section: Section<T>, key: keyof T & string, fallback: V): Scalar<V>;
};

/** A reader of keys that hold a value of one type; with a fallback the documented default stands in. */
function reader<V>(read: (value: unknown) => V | undefined): Reader<V> {
  return <T extends object>(context: Context, section: Section<T>, key: keyof T & string, fallback?: V) => {
    const found = known(context, section, key);
    const value = found && read(found.value);
    if (found !== undefined && value !== undefined) return { ...found, value };
    return (fallback === undefined ? undefined : implied("default", [...section.at, key], fallback)) as Scalar<V>;
  };
}

export const integer: Reader<number> = reader((value) => (typeof value === "number" ? value : undefined));
export const flag: Reader<boolean> = reader((value) => (typeof value === "boolean" ? value : undefined));
export const string: Reader<string> = reader((value) => (typeof value === "string" ? value : undefined));

/** A key that takes one of a few words; the schema has seen to it that it is one. */
export const word = <W extends string>(): Reader<W> =>
  reader((value) => (typeof value === "string" ? (value as W) : undefined));

/** A key in which a quantity is written, in the unit of the model. */
export const quantity = (parse: (written: string) => number): Reader<number> =>
  reader((value) =>
    typeof value === "string" ? parse(value) : typeof value === "number" ? parse(String(value)) : undefined,
  );

/** A key that takes a five-field cron line. */
export function schedule<T extends object>(
  context: Context,
  section: Section<T>,
  key: keyof T & string,
): Scalar<string> | undefined {
  const found = string(context, section, key);
  const fault = found && scheduleFault(found.value);
  if (found !== undefined && fault !== undefined)
    context.report(
      diagnose("malformed-value", [...section.at, key], {
        value: found.value,
        title: "schedule",
        description: fault,
        example: undefined,
      }),
    );
  return found;
}

/** A key that takes references of all kinds. */
export function textAt(context: Context, at: SpecPath, value: string | number | boolean): Text {
  return text(context.spec.parts.get(keyOf(at)) ?? [String(value)], [from(at)]);
}

/** The text as somebody wrote it: `0x10` and `True` stay what they are. */
export function writtenTextAt(context: Context, at: SpecPath, value: string | number | boolean): Text {
  if (typeof value === "string" || context.spec.parts.has(keyOf(at))) return textAt(context, at, value);
  const { tree, path } = originOf(context.spec.merged, at);
  return text([tree.textOf(path) ?? String(value)], [from(at)]);
}

export function textOf<T extends object>(
  context: Context,
  section: Section<T>,
  key: keyof T & string,
): Text | undefined {
  const value = section.value[key] as unknown;
  return value === undefined ? undefined : textAt(context, [...section.at, key], value as string);
}

export function textsOf<T extends object>(
  context: Context,
  section: Section<T>,
  key: keyof T & string,
): readonly Text[] | undefined {
  const list = section.value[key] as readonly (string | number)[] | undefined;
  return list?.map((value, index) => textAt(context, [...section.at, key, index], value));
}

/** A text that nobody wrote. */
export const impliedText = (rule: RuleId, at: SpecPath, ...parts: readonly Part[]): Text =>
  text(parts, [by(rule, at)] satisfies Origin[]);
