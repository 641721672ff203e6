import { type Traced, traced } from "../../formats/origin.ts";
import type { Named } from "../environment/located.ts";
import { by, from } from "../rules.ts";
import type { Context } from "./context.ts";
import { type Choices, type Found, find } from "./lookup.ts";
import type { Section } from "./section.ts";

/** The elements that a list of names means; those that are not enabled fall away. */
export function members<S extends object, T extends Named>(
  context: Context,
  { at, value }: Section<S>,
  key: keyof S & string,
  choices: Choices<T>,
): readonly Traced<Found<T>>[] {
  const names = (value[key] ?? []) as readonly string[];
  return names.flatMap((name, index) => {
    const place = [...at, key, index];
    const found = find(context, place, name, choices, false);
    return found === undefined ? [] : [traced(found, from(place))];
  });
}

/** As `members` of one section; where nothing is written, the only element that there is. */
export function membersOrOnly<S extends object, T extends Named>(
  context: Context,
  section: Section<S>,
  key: keyof S & string,
  choices: { readonly section: string; readonly elements: readonly T[] },
): readonly T[] {
  if (section.value[key] === undefined) return choices.elements.length === 1 ? choices.elements : [];
  return members(context, section, key, [choices]).map(({ value }) => value.element);
}

/** The name of the element that an optional key names; for sections whose elements may refer to this one in turn. */
export function nameOf<S extends object, T extends Named>(
  context: Context,
  { at, value }: Section<S>,
  key: keyof S & string,
  choices: Choices<T>,
): Traced<string> | undefined {
  const name = value[key] as string | undefined;
  const place = [...at, key];
  const found = name === undefined ? undefined : find(context, place, name, choices, false);
  return found && traced(found.element.name, from(place));
}

/** The element that a key names, or the only one, with the rule as its origin. */
export function optionalOrOnly<S extends object, T extends Named>(
  context: Context,
  section: Section<S>,
  key: keyof S & string,
  choices: Choices<T>,
): Traced<Found<T>> | undefined {
  const name = section.value[key] as string | undefined;
  const place = [...section.at, key];
  if (name !== undefined) {
    const found = find(context, place, name, choices, false);
    return found && traced(found, from(place));
  }
  const all = choices.flatMap(({ section: kind, elements }) => elements.map((element) => ({ section: kind, element })));
  const [only] = all;
  return all.length === 1 && only !== undefined ? traced(only, by("only-choice", place)) : undefined;
}
