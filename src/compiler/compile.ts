import { type Origins, type Printed } from "../formats/origin.ts";
import { printDocument } from "../formats/print.ts";
import { withAccepted } from "./checks/acceptance.ts";
import { environmentsAreApart, type Sibling } from "./checks/environments-are-apart.ts";
import { checks } from "./checks/index.ts";
import { supportFindings } from "./checks/support.ts";
import { type Diagnostic, diagnose, hasErrors, type Result } from "./diagnostics/diagnostic.ts";
import type { Artifact, Check, Emitter } from "./emitter.ts";
import type { Environment } from "./environment/environment.ts";
import { headed } from "./header.ts";
import { placeOf, writersOf } from "./layout.ts";
import { applyOverrides, type Emitted } from "./overrides/apply.ts";
import { resolveSpec } from "./resolve/resolve.ts";
import { expandSpec } from "./spec/expand.ts";
import { type Choice, loadSpec, type ReadFile } from "./spec/load.ts";
import { locate, type MergedSpec } from "./spec/merged-spec.ts";
import { nearest } from "./spec/nearest.ts";
import { type ValidSpec, validateSpec } from "./spec/validate.ts";

/** A file of the output: its text with origins, and the target that it belongs to. */
export interface CompiledFile {
  readonly printed: Printed;
  readonly target: string;
  readonly executable: boolean;
}

/** What came of a spec: files by their path below the environment's folder, and everything that was found on the way. */
export interface Compilation {
  readonly diagnostics: readonly Diagnostic[];
  readonly merged: MergedSpec | undefined;
  readonly environment: Environment | undefined;
  readonly files: ReadonlyMap<string, CompiledFile>;
}

/**
 * One spec to every file that runs it. Each phase is a function from data to data, reports all that it finds, and the
 * next one runs only when it found no error:
 *
 * 1. parse: text to trees, laid over each other (`loadSpec`)
 * 2. validate: references that are known filled in, the whole held against the schema (`expandSpec`, `validateSpec`)
 * 3. resolve: what the spec means (`resolveSpec`)
 * 4. check: what must hold, for all targets and for each (`check`)
 * 5. emit: each target's documents (`emit`)
 * 6. print: documents to text with origins (`printDocument`)
 */
export const compile = (path: string, read: ReadFile, choice: Choice, emitters: readonly Emitter[]): Compilation =>
  compileMerged(loadSpec(path, read, choice), choice, emitters);

/** The phases after the first, for a merged spec that nobody wrote as it is. */
export function compileMerged(merged: Result<MergedSpec>, choice: Choice, emitters: readonly Emitter[]): Compilation {
  const valid = then(merged, validate);
  const resolved = then(valid, resolveSpec);
  const siblings = siblingsOf(merged.value);
  const checked = then(resolved, (environment) => check(environment, siblings, emitters, choice));
  const emitted = then(checked, (environment) => emit(environment, selected(environment, emitters, choice)));
  return {
    diagnostics: emitted.diagnostics,
    merged: merged.value,
    environment: resolved.value,
    files: hasErrors(emitted.diagnostics) ? new Map() : print(emitted.value ?? []),
  };
}

/** A faulty reference says nothing about the shape around it, so both are looked at. */
function validate(merged: MergedSpec): Result<ValidSpec> {
  const { spec, diagnostics } = expandSpec(merged);
  const valid = validateSpec(spec);
  return { value: valid.value, diagnostics: [...diagnostics, ...valid.diagnostics] };
}

/** The next phase, where the one before it made something and found no error; the findings of both. */
function then<T, U>(before: Result<T>, phase: (value: T) => Result<U>): Result<U> {
  if (before.value === undefined || hasErrors(before.diagnostics))
    return { value: undefined, diagnostics: before.diagnostics };
  const after = phase(before.value);
  return { value: after.value, diagnostics: [...before.diagnostics, ...after.diagnostics] };
}

/** What the spec means in its other environments, where it means something there. */
function* siblingsOf(own: MergedSpec | undefined): Iterable<Sibling> {
  for (const merged of own?.others ?? []) {
    const { value, diagnostics } = then(then({ value: merged, diagnostics: [] }, validate), resolveSpec);
    if (own === undefined || value === undefined || hasErrors(diagnostics)) continue;
    const placeOf: Sibling["placeOf"] = (theirs, ours) => {
      const [span, mine] = [locate(merged, { at: theirs }), locate(own, { at: ours })];
      return span.file === mine.file && span.start === mine.start ? undefined : { span };
    };
    yield { environment: value, placeOf };
  }
}

/** What targets demand is asked only of an environment that makes sense, so that one fault is one finding. */
function check(
  environment: Environment,
  siblings: Iterable<Sibling>,
  emitters: readonly Emitter[],
  choice: Choice,
): Result<Environment> {
  const all = emittersOf(environment, emitters);
  const support = emitters.length === 0 ? [] : supportFindings(environment, all);
  const general = [
    ...unknownTargets(all, choice),
    ...support,
    ...findingsOf(checks, environment),
    ...environmentsAreApart(environment, siblings),
  ];
  const demands = all.flatMap((emitter) => emitter.checks);
  const findings = hasErrors(general) ? general : [...general, ...findingsOf(demands, environment)];
  return { value: environment, diagnostics: withAccepted(findings, environment.accepted, choice.today) };
}

const findingsOf = (rules: readonly Check[], environment: Environment): readonly Diagnostic[] =>
  rules.flatMap((rule) => [...rule(environment)]);

/** `--target` names some of what the environment gets. */
function unknownTargets(all: readonly Emitter[], { targets }: Choice): readonly Diagnostic[] {
  const known = all.map(({ target }) => target);
  return (targets ?? [])
    .filter((name) => !known.includes(name))
    .map((name) => diagnose("unknown-target", { at: ["targets"] }, { name, known, near: nearest(name, known) }));
}

const selected = (environment: Environment, emitters: readonly Emitter[], { targets }: Choice): readonly Emitter[] =>
  emittersOf(environment, emitters).filter(({ target }) => targets?.includes(target) ?? true);

/** The emitters of the targets that the environment selects, and the companions that it needs. */
const emittersOf = (environment: Environment, emitters: readonly Emitter[]): readonly Emitter[] =>
  emitters.filter(({ target, accompanies }) =>
    accompanies === undefined ? environment.targets.some(({ value }) => value === target) : accompanies(environment),
  );

function emit(environment: Environment, emitters: readonly Emitter[]): Result<readonly Emitted[]> {
  const emitted = emitters.flatMap((emitter) =>
    emitter.emit(environment).map((artifact) => ({
      target: emitter.target,
      path: placeOf(environment, { target: emitter.target, ...artifact }),
      artifact: headed(environment, artifact),
    })),
  );
  return applyOverrides(emitted, chosenOverrides(environment, emitters));
}

/** With `--target` the files of others are not there, and neither are the changes to them. */
function chosenOverrides(environment: Environment, emitters: readonly Emitter[]): Environment["overrides"] {
  const targets = emitters.map(({ target }) => target);
  return environment.overrides.filter(({ file }) =>
    writersOf(environment, file).every((writer) => targets.includes(writer)),
  );
}

const print = (emitted: readonly Emitted[]): ReadonlyMap<string, CompiledFile> =>
  new Map(
    emitted
      .map(({ target, path, artifact }) => [path, printed(target, artifact)] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );

function printed(target: string, { document, at, executable }: Artifact): CompiledFile {
  const { text, origins } = printDocument(document);
  return { printed: { text, origins: inherited(origins, [{ at }]) }, target, executable: executable === true };
}

/** What no value of the document accounts for is there because the artifact is. */
const inherited = (origins: readonly Origins[], artifact: Origins): readonly Origins[] =>
  origins.map((line) => (line.length === 0 ? artifact : line));

/** The environment's folder below the output. */
export const folderOf = ({ name, environment }: Environment): string => `${name.value}/${environment.value}`;
