import type { SpecPath } from "../../formats/origin.ts";
import type { Named } from "../environment/located.ts";
import type { MachineApp } from "../environment/machine-app.ts";
import type { Reach } from "../environment/reach.ts";
import type { Secret } from "../environment/secret.ts";
import type { Part, Text } from "../environment/text.ts";
import { from } from "../rules.ts";
import type { App as AppSpec, Spec } from "../spec/spec.gen.ts";
import type { Context } from "./context.ts";
import { byName, type Choices, find } from "./lookup.ts";
import { type Element, elements } from "./section.ts";

type Target = Reach["to"];
type Sighting = { readonly to: Target; readonly at: SpecPath };

/** Who calls whom: by a setting that refers to an app or database, directly or through a secret, or by `consumes`. */
export function resolveReach(
  context: Context,
  spec: Spec,
  apps: readonly MachineApp[],
  secrets: readonly Secret[],
  databases: readonly Named[],
): readonly Reach[] {
  const choices = [
    { section: "apps", elements: apps as readonly Named[] },
    { section: "database", elements: databases },
  ];
  const written = byName(elements<AppSpec>(["apps"], spec.apps));
  return apps.flatMap((app) => {
    const element = written.get(app.name);
    const sightings = [
      ...textsOf(app).flatMap(({ at, text }) => referredTo(text, secrets).map((to) => ({ to, at }))),
      ...(element === undefined ? [] : consumed(context, element, choices)),
    ];
    return grouped(app.name, sightings);
  });
}

/** The settings of an app: its environment, command and arguments. */
const textsOf = ({ at, env, command, args }: MachineApp): readonly { readonly at: SpecPath; readonly text: Text }[] => [
  ...env.map((variable) => ({ at: variable.at, text: variable.value })),
  ...(command ?? []).map((text, index) => ({ at: [...at, "command", index], text })),
  ...(args ?? []).map((text, index) => ({ at: [...at, "args", index], text })),
];

const referredTo = ({ parts }: Text, secrets: readonly Secret[]): readonly Target[] =>
  parts.flatMap((part) => targetsOf(part, secrets));

function targetsOf(part: Part, secrets: readonly Secret[]): readonly Target[] {
  if (typeof part === "string") return [];
  if (part.kind === "secret") {
    const source = byName(secrets).get(part.name)?.source;
    return source !== undefined && "text" in source ? referredTo(source.text, secrets) : [];
  }
  const reachable = part.kind === "attribute" && part.attribute !== "publicUrl";
  if (!reachable || (part.section !== "apps" && part.section !== "database")) return [];
  return [{ section: part.section, name: part.name }];
}

function consumed(context: Context, { at, value }: Element<AppSpec>, choices: Choices<Named>): readonly Sighting[] {
  return (value.consumes ?? []).flatMap((name, index) => {
    const place = [...at, "consumes", index];
    const found = find(context, place, name, choices, false);
    return found === undefined
      ? []
      : [{ to: { section: found.section as Target["section"], name: found.element.name }, at: place }];
  });
}

/** One entry for each pair, with all the places that cause it. */
function grouped(app: string, sightings: readonly Sighting[]): readonly Reach[] {
  const byTarget = new Map<string, Reach>();
  for (const { to, at } of sightings) {
    const key = `${to.section}.${to.name}`;
    byTarget.set(key, { from: app, to, origins: [...(byTarget.get(key)?.origins ?? []), from(at)] });
  }
  return [...byTarget].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, reach]) => reach);
}
