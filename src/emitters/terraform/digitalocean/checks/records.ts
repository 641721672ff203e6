import { diagnose } from "../../../../compiler/diagnostics/diagnostic.ts";
import type { Check } from "../../../../compiler/emitter.ts";
import { forms, hasForm } from "../record-data.ts";

/** The parts of a value are arguments of their own, so they are known and in order. */
export const recordsHaveForm: Check = function* ({ zones }) {
  for (const { records } of zones)
    for (const record of records)
      for (const [index, value] of record.values.entries())
        if (!hasForm(record, value))
          yield diagnose("digitalocean-record", [...record.at, "values", index], {
            type: record.type.value,
            form: forms[record.type.value] ?? "",
          });
};
