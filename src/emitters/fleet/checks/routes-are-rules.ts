import { diagnose } from "../../../compiler/diagnostics/diagnostic.ts";
import type { Check } from "../../../compiler/emitter.ts";
import { fixedTexts } from "../../parts/fixed-texts.ts";

/** A rule of Traefik 1.7 is a text without quotes or escapes. */
export const routesAreRules: Check = function* ({ apps }) {
  for (const { field, at, value } of apps.flatMap(fixedTexts)) {
    const written = value.parts.map((part) => (typeof part === "string" ? part : "")).join("");
    const [character] = /[;,{}\s]/.exec(field === "routes" ? written : "") ?? [];
    if (character !== undefined) yield diagnose("fleet-route", at, { character });
  }
};
