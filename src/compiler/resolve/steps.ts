import { type Traced, traced } from "../../formats/origin.ts";
import { diagnose } from "../diagnostics/diagnostic.ts";
import type { Action, ElementAction, NewValue, Subject } from "../environment/operation.ts";
import { by, from } from "../rules.ts";
import type { CheckOut, Clone, RemoveContainers, SetAVariable, Step as StepSpec } from "../spec/spec.gen.ts";
import type { Context } from "./context.ts";
import { requireEnvironment } from "./environments.ts";
import { requireKeys } from "./kinds.ts";
import { find } from "./lookup.ts";
import { impliedText, textOf, word, written } from "./read.ts";
import { child, type Section } from "./section.ts";
import { type StepSection, subjects } from "./subjects.ts";

/** What the steps of an operation may name. */
export interface StepScope {
  readonly args: readonly string[];
  readonly operations: readonly string[];
}

type Step = Section<StepSpec>;
type Verbed = "nomad" | "kubectl" | "vagrant";

/** Keys that say more about an action. */
const modifiers = ["of", "from", "at"];

/** What each element action is about. */
const sectionOf: Readonly<Record<ElementAction, StepSection>> = {
  packer: "packedImages",
  ansible: "instances",
  runJob: "apps",
  start: "apps",
  stop: "apps",
  build: "containerImages",
  push: "containerImages",
  pull: "containerImages",
  seed: "containerImages",
  load: "containerImages",
  pipeline: "ci",
  snapshot: "backup",
  restore: "backup",
  export: "backup",
  tunnel: "tunnels",
  provision: "instances",
  keygen: "sshKeys",
  createRepositories: "apps",
};

const aboutOf: Readonly<Record<Verbed, StepSection>> = { nomad: "apps", kubectl: "apps", vagrant: "instances" };

/** The one thing that a step does; a step with none, or with several, is reported. */
export function resolveAction(context: Context, step: Step, scope: StepScope): Action | undefined {
  const keys = Object.keys(step.value).filter((key) => !modifiers.includes(key) && !key.startsWith("x-"));
  const [kind] = keys as (keyof StepSpec)[];
  if (keys.length !== 1 || kind === undefined) {
    context.report(diagnose("step-actions", step.at, { written: keys }));
    return undefined;
  }
  refuseModifier(context, step, "of", kind in aboutOf || isAboutTerraform(context, step));
  refuseModifier(context, step, "from", kind === "fetch");
  if (kind in aboutOf) return verbed(context, step, kind as Verbed, scope);
  if (kind in sectionOf) return about(context, step, kind as ElementAction, scope);
  return others[kind]?.(context, step, scope);
}

function refuseModifier(context: Context, { at, value }: Step, key: "of" | "from", isAllowed: boolean): void {
  if (value[key] !== undefined && !isAllowed)
    context.report(diagnose("step-modifier", { at: [...at, key], part: "key" }, { key }));
}

function verbed(context: Context, step: Step, kind: Verbed, scope: StepScope): Action | undefined {
  const verb = word<never>()(context, step, kind);
  const of = step.value.of === undefined ? allOf(step) : subject(context, step, "of", aboutOf[kind], scope);
  return verb && of && { kind, verb, of };
}

const allOf = ({ at }: Step): Traced<Subject> => traced({ kind: "all" }, by("default", [...at, "of"]));

function about(context: Context, step: Step, kind: ElementAction, scope: StepScope): Action | undefined {
  const of = subject(context, step, kind, sectionOf[kind], scope);
  return of && { kind, of };
}

function subject(
  context: Context,
  { at, value }: Step,
  key: keyof StepSpec,
  section: StepSection,
  { args }: StepScope,
): Traced<Subject> | undefined {
  const name = value[key] as string;
  const place = [...at, key];
  if (name === "all") return traced({ kind: "all" }, from(place));
  if (name.startsWith("args.")) {
    const argument = name.slice("args.".length);
    requireArgument(context, place, argument, args);
    return traced({ kind: "argument", name: argument }, from(place));
  }
  const choices = [subjects(context, section)];
  const found = find(context, place, name, choices, true);
  return found && traced({ kind: "element", section: found.section, name: found.element.name }, from(place));
}

function requireArgument(context: Context, at: Step["at"], name: string, args: readonly string[]): void {
  if (!args.includes(name))
    context.report(diagnose("unknown-argument", at, { name, ...context.suggest(name, () => args) }));
}

type Resolver = (context: Context, step: Step, scope: StepScope) => Action | undefined;

const others: Readonly<Partial<Record<keyof StepSpec, Resolver>>> = {
  terraform: (context, step, scope) => {
    const verb = word<never>()(context, step, "terraform");
    return (
      verb && {
        kind: "terraform",
        verb,
        workspace: workspaceOf(context, step, scope),
        of: componentOf(context, step, scope),
      }
    );
  },
  create: (context, step) => {
    const what = word<"project" | "state">()(context, step, "create");
    return what && { kind: "create", what };
  },
  delete: (context, step) => {
    const what = word<"project" | "state">()(context, step, "delete");
    return what && { kind: "delete", what };
  },
  gitTag: (context, step) => {
    const tag = textOf(context, step, "gitTag");
    return tag && { kind: "gitTag", tag };
  },
  run: (context, { at, value }, { operations }) => {
    const name = value.run ?? "";
    const place = [...at, "run"];
    if (!operations.includes(name))
      context.report(diagnose("unknown-operation", place, { name, ...context.suggest(name, () => operations) }));
    return { kind: "run", operation: traced(name, from(place)) };
  },
  fetch: (context, step, scope) => {
    const of = subject(context, step, "fetch", "backup", scope);
    return of && { kind: "fetch", of, from: environmentOf(context, step, "from") };
  },
  gitPush: (context, step) => {
    const to = environmentOf(context, step, "gitPush");
    return to && { kind: "gitPush", to };
  },
  clone: (context, step) => cloneOf(context, child(step, "clone") as Section<Clone>),
  checkout: (context, step) => checkoutOf(context, child(step, "checkout") as Section<CheckOut>),
  removeContainers: (context, step) => removalOf(context, child(step, "removeContainers") as Section<RemoveContainers>),
  setVar: (context, step, scope) => assignment(context, child(step, "setVar") as Section<SetAVariable>, scope),
};

/** A workspace has a name, and with `layout: component` there are several states. */
const isAboutTerraform = ({ spec }: Context, { value }: Step): boolean =>
  value.terraform === "workspace" || (value.terraform !== undefined && spec.value.layout === "component");

function componentOf(context: Context, step: Step, scope: StepScope): Traced<Subject> | undefined {
  const { terraform, of } = step.value;
  const isAbout = terraform !== "workspace" && of !== undefined && isAboutTerraform(context, step);
  return isAbout ? subject(context, step, "of", "components", scope) : undefined;
}

/** A workspace is no element: only the script's caller names one. */
function workspaceOf(context: Context, { at, value }: Step, { args }: StepScope): Traced<string> | undefined {
  if (value.terraform !== "workspace" || value.of === undefined) return undefined;
  const place = [...at, "of"];
  const argument = value.of.replace(/^args\./, "");
  requireArgument(context, place, argument, args);
  return traced(argument, from(place));
}

function environmentOf(context: Context, { at, value }: Step, key: "from" | "gitPush"): Traced<string> | undefined {
  const name = value[key];
  if (name === undefined) return undefined;
  requireEnvironment(context, [...at, key], name);
  return traced(name, from([...at, key]));
}

function cloneOf(context: Context, section: Section<Clone>): Action | undefined {
  requireKeys(context, section, "clone", ["repository"]);
  const repository = textOf(context, section, "repository");
  const [to, ref, owner] = (["to", "ref", "owner"] as const).map((key) => textOf(context, section, key));
  return repository && { kind: "clone", repository, to, ref, owner };
}

function checkoutOf(context: Context, section: Section<CheckOut>): Action | undefined {
  requireKeys(context, section, "checkout", ["repository"]);
  const repository = textOf(context, section, "repository");
  const ref = textOf(context, section, "ref") ?? impliedText("default", [...section.at, "ref"], "main");
  return repository && { kind: "checkout", repository, ref };
}

function removalOf(context: Context, section: Section<RemoveContainers>): Action | undefined {
  requireKeys(context, section, "removeContainers", ["prefix"]);
  const prefix = textOf(context, section, "prefix");
  return prefix && { kind: "removeContainers", prefix };
}

/** A variable gets a value or an argument, not both. */
function assignment(context: Context, section: Section<SetAVariable>, { args }: StepScope): Action | undefined {
  const { at, value } = section;
  requireKeys(context, section, "setVar", ["name"]);
  if ((value.to === undefined) === (value.argument === undefined)) {
    context.report(diagnose("new-value", at, {}));
    return undefined;
  }
  const variable = value.name ?? "";
  const known = (): readonly string[] => Object.keys(context.spec.value.vars ?? {});
  if (value.name !== undefined && !known().includes(variable))
    context.report(
      diagnose("unknown-variable", [...at, "name"], { name: variable, ...context.suggest(variable, known) }),
    );
  if (value.argument !== undefined) requireArgument(context, [...at, "argument"], value.argument, args);
  return { kind: "setVar", variable, to: newValue(section) };
}

const newValue = ({ at, value }: Section<SetAVariable>): NewValue =>
  value.argument === undefined
    ? { kind: "value", value: written([...at, "to"], value.to ?? "") }
    : { kind: "argument", name: value.argument };
