import { parse, stringify } from "yaml";
import { readFileSync } from "node:fs";
import { compile } from "../../src/compiler/compile.ts";
import { sourceFile } from "../../src/compiler/source/source-file.ts";
import { runbook } from "../../src/emitters/runbook/index.ts";
import { type Laid, type Scripts, scriptsOf } from "./trace.ts";

/** The scripts of one of the five systems, beside stand-ins; the other targets are not asked to compile. */
export function systemScripts(name: string, environments: readonly string[], laid: Laid, overlay = "{}"): Scripts {
  const spec = `specs/${name}.yaml`;
  const edited = spec.replace(`${name}.yaml`, "edited.yaml");
  const read = (path: string) => sourceFile(path, path === edited ? "" : readFileSync(path, "utf8"));
  // What is accepted are warnings of the other targets.
  const { policy } = parse(read(spec).text) as { readonly policy?: object };
  const without = policy === undefined ? {} : { policy: null };
  const compiled = environments.map((environment) => {
    const text = stringify({
      extends: [spec],
      environments: { [environment]: { ...without, ...(parse(overlay) as object) } },
    });
    return compile(edited, (path) => (path === edited ? sourceFile(path, text) : read(path)), { environment }, [
      runbook,
    ]);
  });
  return scriptsOf(compiled, laid);
}
