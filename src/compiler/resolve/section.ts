import type { SpecPath } from "../../formats/origin.ts";
import type { RuleId } from "../rules.ts";
import type { Context } from "./context.ts";

/** A map of the spec with fixed keys, and where it stands. */
export interface Section<T extends object> {
  readonly at: SpecPath;
  readonly value: T;
}

/** An element of a collection. */
export interface Element<T extends object> extends Section<T> {
  readonly name: string;
  readonly impliedBy?: RuleId;
}

type Collection<T> = { readonly [name: string]: T | undefined };

/** The enabled elements of a collection in order of name. */
export function elements<T extends object>(at: SpecPath, collection: Collection<T> | undefined): readonly Element<T>[] {
  return Object.entries(collection ?? {})
    .flatMap(([name, value]) => (value === undefined || isDisabled(value) ? [] : [{ name, at: [...at, name], value }]))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Whether somebody wrote an element, be it disabled: rules imply one only where nothing is written. */
export const isWritten = (collection: object | undefined): boolean => Object.keys(collection ?? {}).length > 0;

const isDisabled = (element: object): boolean => "enabled" in element && element.enabled === false;

/** Whether the spec has the element but does not emit it. */
export function isDisabledElement({ spec }: Context, section: string, name: string): boolean {
  const collection = spec.value[section] as Collection<object> | undefined;
  const element = collection !== undefined && Object.hasOwn(collection, name) ? collection[name] : undefined;
  return element !== undefined && isDisabled(element);
}

/** A map below a section, for example an app's `health`. */
export function child<T extends object, K extends keyof T & string>(
  section: Section<T>,
  key: K,
): Section<Extract<Exclude<T[K], undefined>, object>> | undefined {
  const value = section.value[key];
  type Child = Extract<Exclude<T[K], undefined>, object>;
  return typeof value === "object" && value !== null ? { at: [...section.at, key], value: value as Child } : undefined;
}
