import { type Diagnostic, diagnose, type Place } from "../diagnostics/diagnostic.ts";
import { type Layered, type LayeredMap, placeOf } from "./layer.ts";
import { resolve, type SchemaNode, schemaAt } from "./schema.ts";
import { kindOf } from "./schema-wording.ts";
import { wordsOf } from "./wording.ts";

/** What is wrong with the keys that say how a spec is put together; they are read before the schema sees the spec. */
export const layeringFindings = (
  root: LayeredMap,
  overlays: readonly Layered[],
  chosen: string | undefined,
): readonly Diagnostic[] => [
  ...(chosen === undefined || isName(chosen) ? [] : [malformed(chosen, { span: { file: "--env", start: 0, end: 0 } })]),
  ...environmentFindings(root.entries.get("environment")),
  ...overlays.flatMap(overlayFindings),
];

/** Names of environments become folders and parts of names. */
const nameSchema = (): SchemaNode | undefined => resolve(schemaAt(["environments"])?.propertyNames);
const isName = (name: string): boolean => new RegExp(nameSchema()?.pattern ?? "^$").test(name);

const malformed = (name: string, place: Place): Diagnostic =>
  diagnose("malformed-name", place, { name, ...wordsOf(nameSchema()) });

function environmentFindings(written: Layered | undefined): readonly Diagnostic[] {
  if (written === undefined) return [];
  const value = written.kind === "value" ? written.value : {};
  const place = placeOf(written, "value");
  if (typeof value !== "string")
    return [diagnose("wrong-type", place, { found: kindOf(value), expected: "a text", help: undefined })];
  return isName(value) ? [] : [malformed(value, place)];
}

function overlayFindings(written: Layered): readonly Diagnostic[] {
  if (written.kind !== "map") return [notAMap(written)];
  return [...written.entries].flatMap(([name, overlay]) => [
    ...(isName(name) ? [] : [malformed(name, placeOf(overlay, "key"))]),
    ...(overlay.kind === "map" ? [] : [notAMap(overlay)]),
  ]);
}

const notAMap = (written: Extract<Layered, { kind: "value" }>): Diagnostic =>
  diagnose("wrong-type", placeOf(written, "value"), {
    found: kindOf(written.value),
    expected: "a map",
    help: written.value === null ? "write `{}` where nothing is different" : undefined,
  });
