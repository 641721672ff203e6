import type { SpecPath } from "../../formats/origin.ts";
import { diagnose } from "../diagnostics/diagnostic.ts";
import type { Named } from "../environment/located.ts";
import type { Context } from "./context.ts";
import { isDisabledElement, type Section } from "./section.ts";

/** The sections that a key may name elements of, with those that are enabled. */
export type Choices<T> = readonly { readonly section: string; readonly elements: readonly T[] }[];

export interface Found<T> {
  readonly section: string;
  readonly element: T;
}

/** What a bare or qualified name means; a name of a disabled element falls away, or is an error where it is required. */
export function find<T extends Named>(
  context: Context,
  at: SpecPath,
  name: string,
  choices: Choices<T>,
  required: boolean,
): Found<T> | undefined {
  const found = candidates(name, choices);
  if (found.length === 1) return found[0];
  if (found.length > 1) {
    const qualified = found.map(({ section, element }) => `${section}.${element.name}`);
    context.report(diagnose("ambiguous-element", at, { name, choices: qualified }));
    return undefined;
  }
  if (choices.some(({ section }) => isDisabledElement(context, section, bare(name, section)))) {
    if (required) context.report(diagnose("element-disabled", at, { name }));
    return undefined;
  }
  const sections = choices.map(({ section }) => section);
  const known = (): readonly string[] =>
    choices.flatMap(({ section, elements }) => elements.map((element) => shown(section, element.name, choices)));
  context.report(diagnose("unknown-element", at, { name, sections, ...context.suggest(name, known) }));
  return undefined;
}

const candidates = <T extends Named>(name: string, choices: Choices<T>): readonly Found<T>[] =>
  choices.flatMap(({ section, elements }) => {
    const element = byName(elements).get(bare(name, section));
    return element === undefined ? [] : [{ section, element }];
  });

const indexes = new WeakMap<readonly Named[], ReadonlyMap<string, Named>>();

/** Elements by name; a spec with thousands of elements looks thousands of names up. */
export function byName<T extends Named>(elements: readonly T[]): ReadonlyMap<string, T> {
  const known = indexes.get(elements) as ReadonlyMap<string, T> | undefined;
  if (known !== undefined) return known;
  const index = new Map(elements.map((element) => [element.name, element]));
  indexes.set(elements, index);
  return index;
}

/** A name without its section. */
export const bare = (name: string, section: string): string =>
  name.startsWith(`${section}.`) ? name.slice(section.length + 1) : name;

const shown = <T>(section: string, name: string, choices: Choices<T>): string =>
  choices.length > 1 ? `${section}.${name}` : name;

/** The element that a key names, or the only one that it can mean when it is not written. */
export function named<S extends object, T extends Named>(
  context: Context,
  section: Section<S>,
  key: keyof S & string,
  choices: Choices<T>,
): T | undefined {
  const name = section.value[key] as string | undefined;
  const at = [...section.at, key];
  if (name !== undefined) return find(context, at, name, choices, true)?.element;
  const all = choices.flatMap(({ elements }) => elements);
  if (all.length === 1) return all[0];
  context.report(diagnose("missing-choice", section.at, { key, choices: all.map((element) => element.name) }));
  return undefined;
}

/** The element that an optional key names. */
export function optional<S extends object, T extends Named>(
  context: Context,
  section: Section<S>,
  key: keyof S & string,
  choices: Choices<T>,
): T | undefined {
  const name = section.value[key] as string | undefined;
  return name === undefined ? undefined : find(context, [...section.at, key], name, choices, false)?.element;
}
