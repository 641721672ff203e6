import type { SpecPath } from "../../formats/origin.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { isMap } from "../spec/layer.ts";
import type { ValidSpec } from "../spec/validate.ts";

type Value = ValidSpec["value"];

/** The elements with `enabled: false`. */
export const disabledElements = (spec: Value): readonly SpecPath[] =>
  Object.entries(spec).flatMap(([section, elements]) =>
    isMap(elements)
      ? Object.entries(elements).flatMap(([name, element]) => (isDisabled(element) ? [[section, name]] : []))
      : [],
  );

const isDisabled = (element: unknown): boolean => isMap(element) && element.enabled === false;

/** The spec as if each switch were on. */
export const allEnabled = (spec: Value): Value =>
  Object.fromEntries(
    Object.entries(spec).map(([section, elements]) => [
      section,
      isMap(elements) ? Object.fromEntries(Object.entries(elements).map(switchedOn)) : elements,
    ]),
  ) as Value;

const switchedOn = ([name, element]: readonly [string, unknown]): readonly [string, unknown] => [
  name,
  isMap(element) && isDisabled(element) ? { ...element, enabled: true } : element,
];

/** Whether a finding is about one of these elements alone: with all enabled there may be more to choose from. */
export const concerns = ({ code, place }: Diagnostic, elements: readonly SpecPath[]): boolean =>
  code !== "missing-choice" &&
  "at" in place &&
  elements.some(([section, name]) => place.at[0] === section && place.at[1] === name);
