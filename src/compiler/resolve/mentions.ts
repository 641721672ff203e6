import type { Layered } from "../spec/layer.ts";
import { isMap } from "../spec/layer.ts";
import type { MergedSpec } from "../spec/merged-spec.ts";
import { parseReferences } from "../spec/reference.ts";

/** Keys whose value is the bare name of an element. */
const namingKeys: Readonly<Record<string, string>> = {
  image: "images",
  base: "images",
  packer: "images",
  build: "images",
  push: "images",
  pull: "images",
  seed: "images",
  load: "images",
  network: "network",
  tls: "tls",
};

/** Sections whose elements only others use. */
const usedSections = ["vars", "secrets", "images", "network", "tls"];

/**
 * The elements that the files of a spec name, as `section.name`: in values, in overlays of other environments, and in
 * elements that are disabled. A file that others extend serves several specs, so what it declares counts as named.
 */
export function mentionsIn({ root, files }: MergedSpec): ReadonlySet<string> {
  const mentions = new Set<string>();
  for (const { file, value } of treesOf(root)) {
    collect(value, "", mentions);
    if (file !== files.at(-1)) for (const name of declared(value)) mentions.add(name);
  }
  return mentions;
}

const treesOf = ({ writers }: Layered) => new Set(writers.map(({ tree }) => tree));

function collect(value: unknown, key: string, mentions: Set<string>): void {
  if (typeof value === "string") for (const name of namedBy(value, key)) mentions.add(name);
  if (Array.isArray(value)) for (const item of value) collect(item, key, mentions);
  if (isMap(value)) for (const [inner, item] of Object.entries(value)) collect(item, inner, mentions);
}

function namedBy(value: string, key: string): readonly string[] {
  const section = namingKeys[key];
  const bare = section === undefined ? [] : [value.startsWith(`${section}.`) ? value : `${section}.${value}`];
  if (!value.includes("${")) return bare;
  const parts = parseReferences(value);
  return "malformed" in parts
    ? bare
    : parts.flatMap((part) => (typeof part === "string" ? [] : [part.reference.slice(0, 2).join(".")]));
}

const declared = (root: unknown): readonly string[] =>
  usedSections.flatMap((section) => {
    const elements = isMap(root) ? root[section] : undefined;
    return isMap(elements) ? Object.keys(elements).map((name) => `${section}.${name}`) : [];
  });
