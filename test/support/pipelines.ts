import { readFileSync } from "node:fs";
import { parse, stringify } from "yaml";
import type { Compilation } from "../../src/compiler/compile.ts";
import { ci } from "../../src/emitters/ci/index.ts";
import { compileText } from "./specc.ts";

/** A workflow as a test reads it. */
export interface Workflow {
  readonly on: Readonly<
    Record<string, { readonly branches?: readonly string[]; readonly tags?: readonly string[] } | null>
  >;
  readonly permissions: Readonly<Record<string, string>>;
  readonly concurrency: { readonly group: string };
  readonly jobs: Readonly<Record<string, Job>>;
}

export interface Job {
  readonly needs?: readonly string[];
  readonly if?: string;
  readonly environment?: string;
  readonly permissions?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
  readonly steps: readonly { readonly uses?: string; readonly run?: string; readonly name?: string }[];
}

/** The pipelines of a system, each switched on; the other targets are not asked to compile. */
export function systemPipelines(name: string, environment: string): Compilation["files"] {
  const spec = `specs/${name}.yaml`;
  const written = parse(readFileSync(spec, "utf8")) as {
    readonly ci: Readonly<Record<string, object>>;
    readonly environments: Readonly<Record<string, object>>;
  };
  const on = Object.fromEntries(
    Object.entries(written.ci).map(([key, pipeline]) => [key, { ...pipeline, enabled: true }]),
  );
  const { files, diagnostics } = compileText(
    stringify({
      ...withoutPolicy(written),
      ci: on,
      environments: Object.fromEntries(
        Object.entries(written.environments).map(([key, overlay]) => [key, withoutPolicy(overlay)]),
      ),
    }),
    [ci],
    { environment },
  );
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  if (errors.length > 0) throw new Error(errors.map(({ message }) => message).join("\n"));
  return files;
}

/** What is accepted are warnings of the other targets. */
const withoutPolicy = (written: object): object =>
  Object.fromEntries(Object.entries(written).filter(([key]) => key !== "policy"));

export const workflowIn = (files: Compilation["files"], name: string): Workflow =>
  parse(files.get(`ci/.github/workflows/${name}.yml`)?.printed.text ?? "") as Workflow;

export const linesOf = ({ steps }: Job): readonly string[] =>
  steps.flatMap(({ run }) => (run === undefined ? [] : [run]));
