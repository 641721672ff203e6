import type { Configuration } from "./configuration.ts";
import type { Reading } from "./readings.ts";

/** Variables, locals and data sources that nothing reads. A variable's own `validation` is no reader of it. */
export function unreadFaults(configuration: Configuration, readings: readonly Reading[]): readonly string[] {
  const read = new Set(readings.filter(byAnother).map(addressRead));
  return declaredToBeRead(configuration)
    .filter((address) => !read.has(address))
    .map((address) => `${address}: nothing reads it`);
}

const byAnother = (reading: Reading): boolean =>
  reading.reader.type !== "variable" || addressRead(reading) !== `var.${reading.reader.labels[0]}`;

/** `var.x`, `local.x` and `data.t.x`: as much of a reference as names a declaration. */
function addressRead({ traversal: { root, steps } }: Reading): string {
  const names = steps.map((step) => (step.kind === "attribute" ? step.name : ""));
  return [root, ...names.slice(0, root === "data" ? 2 : 1)].join(".");
}

const declaredToBeRead = ({ variables, locals, objects }: Configuration): readonly string[] => [
  ...[...variables].map((name) => `var.${name}`),
  ...[...locals].map((name) => `local.${name}`),
  ...[...objects.values()].filter(({ section }) => section === "data").map(({ address }) => address),
];
