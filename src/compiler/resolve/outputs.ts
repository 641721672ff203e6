import type { Output } from "../environment/output.ts";
import type { Outputs } from "../spec/spec.gen.ts";
import type { Context } from "./context.ts";
import { textAt } from "./read.ts";

export const resolveOutputs = (context: Context, outputs: Outputs | undefined): readonly Output[] =>
  Object.entries(outputs ?? {})
    .flatMap(([name, value]) => {
      const at = ["outputs", name];
      return value === undefined ? [] : [{ name, at, value: textAt(context, at, value) }];
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1));
