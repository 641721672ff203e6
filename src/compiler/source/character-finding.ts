import { type Diagnostic, diagnose, type Span } from "../diagnostics/diagnostic.ts";
import { type CharacterCode, visible } from "./characters.ts";

/** The finding about one forbidden character, written raw or as an escape. */
export const characterFinding = (code: CharacterCode, span: Span, character: string): Diagnostic =>
  diagnose(code, { span }, { character: visible(character) });
