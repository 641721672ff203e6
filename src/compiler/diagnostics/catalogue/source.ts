import { error } from "./entry.ts";

/** What may be wrong with the text of a spec before it means anything. */
export const sourceFindings = {
  "yaml-syntax": error({
    about: "The file is not well-formed YAML 1.2. The position is where the parser could not go on.",
    message: (p: { problem: string }) => p.problem,
  }),
};
