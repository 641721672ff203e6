import { diagnose } from "../../../compiler/diagnostics/diagnostic.ts";
import type { Check } from "../../../compiler/emitter.ts";
import type { Environment } from "../../../compiler/environment/environment.ts";
import type { Origins, SpecPath } from "../../../formats/origin.ts";
import { printUnit } from "../../../formats/unit/print.ts";
import { unitArtifacts } from "../../parts/fleet/unit-artifacts.ts";

/** fleet's parser has a buffer of this many bytes, as systemd once had. */
const LONGEST = 2047;

/** What fleet refuses to read. */
export const linesAreShort: Check = function* (environment) {
  for (const { bytes, at } of longLines(environment)) yield diagnose("fleet-line", at, { bytes });
};

const longLines = (environment: Environment): readonly { readonly bytes: number; readonly at: SpecPath }[] =>
  unitArtifacts(environment).flatMap(({ document, at }) => {
    const { text, origins } = printUnit(document);
    return text.split("\n").flatMap((line, index) => {
      const bytes = new TextEncoder().encode(line).length;
      return bytes > LONGEST ? [{ bytes, at: placeOf(origins[index]) ?? at }] : [];
    });
  });

/** What was written says more than a rule. */
const placeOf = (origins: Origins = []): SpecPath | undefined =>
  (origins.find(({ rule }) => rule === undefined) ?? origins[0])?.at;
