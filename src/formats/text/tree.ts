import { type ORIGINS, type Origins, type Traced } from "../origin.ts";

/** A file of lines that no tree of ours describes. Each line comes ready to print from an emitter that has quoted what it holds. */
export interface TextDocument {
  readonly format: "text";
  readonly lines: readonly (string | Traced<string>)[];
  readonly [ORIGINS]?: Origins;
}

export const text = (lines: readonly (string | Traced<string>)[]): TextDocument => ({ format: "text", lines });
