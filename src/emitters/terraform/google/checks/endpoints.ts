import { diagnose } from "../../../../compiler/diagnostics/diagnostic.ts";
import type { Check } from "../../../../compiler/emitter.ts";

/** A name of Cloud Endpoints is one address. */
export const endpointsAreAddresses: Check = function* ({ zones }) {
  for (const { records } of zones.filter(({ kind }) => kind.value === "cloud-endpoints"))
    for (const { name, at, type, values } of records) {
      const problem =
        name === "@" || name.includes("*")
          ? "it is no single name"
          : type.value !== "A"
            ? `it is of type ${type.value}`
            : values.length !== 1
              ? `it has ${values.length} values`
              : undefined;
      if (problem !== undefined) yield diagnose("google-endpoint", at, { record: name, problem });
    }
};
