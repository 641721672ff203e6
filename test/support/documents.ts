import type { Environment } from "../../src/compiler/environment/environment.ts";
import { emitters } from "../../src/emitters/index.ts";
import type { HclDocument } from "../../src/formats/hcl/tree.ts";

/** The HCL documents of one target, before they are printed. */
export const documentsOf = (environment: Environment, target: string): readonly HclDocument[] =>
  emitters
    .filter((emitter) => emitter.target === target)
    .flatMap((emitter) => emitter.emit(environment))
    .flatMap(({ document }) => (document.format === "hcl" ? [document] : []));
