import { jsonDiagnostics } from "../../compiler/diagnostics/render/json.ts";
import type { Outcome } from "../outcome.ts";
import type { Report } from "./words.ts";

/** For machines: one object a line for each spec, with the same keys whatever happened. */
export const reportJson = ({ action, spec, environment, diagnostics, files, failures }: Outcome): Report => ({
  data: `${JSON.stringify({
    version: 1,
    spec,
    environment: environment ?? null,
    diagnostics: jsonDiagnostics(diagnostics),
    ...(action === "validate" ? {} : { files, failures: failures.map(jsonFailure) }),
  })}\n`,
  talk: "",
});

const jsonFailure = ({ kind, path, message, help }: Outcome["failures"][number]) => ({
  kind,
  path,
  message,
  help: help ?? null,
});
