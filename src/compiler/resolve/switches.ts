import type { SpecPath } from "../../formats/origin.ts";
import type { Rename, Switch } from "../environment/switch.ts";
import { text, wholeReference } from "../environment/text.ts";
import { keyOf } from "../spec/expanded-spec.ts";
import { isMap } from "../spec/layer.ts";
import type { Context } from "./context.ts";

/** Every `enabled` that is a bool var, wherever it stands. */
export const resolveSwitches = (context: Context): readonly Switch[] =>
  switchesBelow(context, context.spec.value, []).toSorted((a, b) => (keyOf(a.at) < keyOf(b.at) ? -1 : 1));

function switchesBelow(context: Context, node: unknown, at: SpecPath): readonly Switch[] {
  if (Array.isArray(node)) return node.flatMap((item, index) => switchesBelow(context, item, [...at, index]));
  if (!isMap(node)) return [];
  const own = switchAt(context, node.enabled, [...at, "enabled"]);
  const below = Object.entries(node).flatMap(([key, value]) =>
    typeof value === "object" ? switchesBelow(context, value, [...at, key]) : [],
  );
  return own === undefined ? below : [own, ...below];
}

function switchAt({ spec }: Context, value: unknown, at: SpecPath): Switch | undefined {
  const parts = spec.parts.get(keyOf(at));
  const reference = parts && wholeReference(text(parts, []));
  return reference?.kind === "variable" && typeof value === "boolean"
    ? { at, variable: reference.name, value }
    : undefined;
}

/** Every element that had another name. */
export const resolveRenames = ({ spec }: Context): readonly Rename[] =>
  Object.entries(spec.value)
    .flatMap(([section, collection]) =>
      Object.entries(isMap(collection) ? collection : {}).flatMap(([name, element]) =>
        isMap(element) && typeof element.was === "string"
          ? [{ at: [section, name, "was"], section, name, was: element.was }]
          : [],
      ),
    )
    .toSorted((a, b) => (keyOf(a.at) < keyOf(b.at) ? -1 : 1));
