import { diagnose } from "../../../compiler/diagnostics/diagnostic.ts";
import type { Check } from "../../../compiler/emitter.ts";
import { fixedTexts } from "../../parts/fixed-texts.ts";
import { replacedWord } from "../runtime.ts";

const UNESCAPABLE: ReadonlySet<string> = new Set(["health", "routes"]);

/** A client replaces what it knows in tags and checks, and lets nobody escape it. */
export const runtimeWords: Check = function* ({ apps }) {
  for (const app of apps) {
    for (const { field, at, value } of fixedTexts(app)) {
      const written = value.parts.map((part) => (typeof part === "string" ? part : "")).join("");
      const word = UNESCAPABLE.has(field) ? replacedWord(app, written) : undefined;
      if (word !== undefined) yield diagnose("nomad-runtime-word", at, { word });
    }
  }
};
