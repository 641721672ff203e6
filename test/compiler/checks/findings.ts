import { expect, it } from "vitest";
import type { Diagnostic } from "../../../src/compiler/diagnostics/diagnostic.ts";
import { specc } from "../../support/specc.ts";

/** What is found in a fragment, as `code at place`, without the checks of any target. */
export const findings = (fragment: string): readonly string[] =>
  specc(fragment).diagnostics.map(({ code, place }) => `${code} at ${shown(place)}`);

const shown = (place: Diagnostic["place"]): string => ("at" in place ? place.at.join(".") : place.span.file);

/** What a fragment is about, the fragment, and all that is found in it. */
export type Case = readonly [about: string, fragment: string, ...found: readonly string[]];

/** One test for each case. */
export const finds = (cases: readonly Case[]): void =>
  it.each(cases.map(([about, fragment, ...found]) => ({ about, fragment, found })))("$about", ({ fragment, found }) =>
    expect(findings(fragment)).toEqual(found),
  );
