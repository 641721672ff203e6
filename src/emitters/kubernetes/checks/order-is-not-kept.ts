import { diagnose } from "../../../compiler/diagnostics/diagnostic.ts";
import type { Check } from "../../../compiler/emitter.ts";
import { ORIGINS } from "../../../formats/origin.ts";

/** All objects are applied at once; a database is there before, since Terraform made it. */
export const orderIsNotKept: Check = function* ({ apps }) {
  for (const { name, at, dependsOn } of apps)
    for (const other of dependsOn.filter(({ value }) => value.startsWith("apps.")))
      yield diagnose("kubernetes-start-order", other[ORIGINS].at(-1)?.at ?? at, { app: name, other: other.value });
};
