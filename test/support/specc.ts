import { readFileSync } from "node:fs";
import { parse, stringify } from "yaml";
import { type Compilation, compile } from "../../src/compiler/compile.ts";
import type { Emitter } from "../../src/compiler/emitter.ts";
import type { Environment } from "../../src/compiler/environment/environment.ts";
import { sourceFile } from "../../src/compiler/source/source-file.ts";
import type { Choice, ReadFile } from "../../src/compiler/spec/load.ts";

/** Reads from a map of files, so that a test needs no disk. */
export const reader =
  (files: Readonly<Record<string, string>>): ReadFile =>
  (path) =>
    Object.hasOwn(files, path) ? sourceFile(path, files[path] as string) : { problem: "there is no such file" };

/** Compiles a spec that is given as text. */
export const compileText = (text: string, emitters: readonly Emitter[] = [], choice: Choice = {}): Compilation =>
  compile("spec.yaml", reader({ "spec.yaml": text }), choice, emitters);

/** Compiles a spec of specs/. */
export const compileFile = (path: string, emitters: readonly Emitter[], choice: Choice = {}): Compilation =>
  compile(path, (file) => sourceFile(file, readFileSync(file, "utf8")), choice, emitters);

const minimal = { specc: 1, name: "shop", provider: { kind: "aws", region: "eu-west-1" } };

/** A fragment laid over a minimal valid spec, so that a test shows only what it is about. */
export const specc = (fragment: string, emitters: readonly Emitter[] = [], choice: Choice = {}): Compilation =>
  compileText(stringify({ ...minimal, ...(parse(fragment) as object) }), emitters, choice);

/** The environment that a fragment means; a fragment with findings fails the test. */
export function environmentOf(fragment: string, choice: Choice = {}): Environment {
  const { environment, diagnostics } = specc(fragment, [], choice);
  if (environment === undefined)
    throw new Error(diagnostics.map(({ code, message }) => `${code}: ${message}`).join("\n"));
  return environment;
}
