import type { State } from "../environment/state.ts";
import type { Spec, State as StateSpec } from "../spec/spec.gen.ts";
import type { Context } from "./context.ts";
import { type KindKeys, refuseForeignKeys, requireKeys } from "./kinds.ts";
import { flag, textOf, word } from "./read.ts";
import { child, type Section } from "./section.ts";

type Kind = State["kind"]["value"];

const keysOfKinds: KindKeys<Kind> = {
  bucket: ["s3", "gcs"],
  key: ["s3", "gcs"],
  region: ["s3"],
  create: ["s3", "gcs"],
};

export function resolveState(context: Context, spec: Spec): State | undefined {
  const section = child({ at: [], value: spec }, "state") as Section<StateSpec> | undefined;
  if (section === undefined) return undefined;
  const kind = word<Kind>()(context, section, "kind", "local");
  refuseForeignKeys(context, section, kind.value, keysOfKinds);
  if (kind.value !== "local") requireKeys(context, section, "state", ["bucket"]);
  return {
    at: section.at,
    kind,
    bucket: textOf(context, section, "bucket"),
    key: textOf(context, section, "key"),
    region: textOf(context, section, "region"),
    create: flag(context, section, "create", false),
    workspaces: flag(context, section, "workspaces", false),
  };
}
