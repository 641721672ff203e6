import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse, stringify } from "yaml";
import { usesOf } from "../../../src/compiler/checks/capabilities.ts";
import type { Compilation } from "../../../src/compiler/compile.ts";
import type { Capability } from "../../../src/compiler/environment/capability.ts";
import { ORIGINS, type SpecPath } from "../../../src/formats/origin.ts";
import { compileText } from "../../support/specc.ts";
import { mainKeys } from "./main-keys.ts";
import { type Key, keyOf, leavesOf, schemaKeys } from "./schema-keys.ts";

/** A place in one of the specs that together write every key, of the key of the schema that it is of. */
interface Sighting {
  readonly spec: unknown;
  readonly place: SpecPath;
}

const folders = ["test/fixtures/vocabulary", "specs"];

const specs = folders.flatMap((folder) =>
  readdirSync(folder).map((file) => parse(readFileSync(`${folder}/${file}`, "utf8"))),
);

const isBelowDisabled = (spec: unknown, place: SpecPath): boolean =>
  place.some((_, depth) => {
    const element = valueAt(spec, place.slice(0, depth)) as { readonly enabled?: unknown } | undefined;
    return element?.enabled === false && place[depth] !== "enabled";
  });

const valueAt = (node: unknown, place: SpecPath): unknown =>
  place.reduce((value, key) => (value as Record<string, unknown> | undefined)?.[key], node);

const seen = specs.flatMap((spec): readonly Sighting[] =>
  leavesOf(spec)
    .filter((place) => place[0] !== "environments" && !isBelowDisabled(spec, place))
    .map((place) => ({ spec, place })),
);

const sightings = new Map<string, Sighting[]>();
for (const sighting of seen) {
  const key = (keyOf(sighting.place) ?? []).join(".");
  sightings.set(key, [...(sightings.get(key) ?? []), sighting]);
}

/** The spec without a value; an item of a list goes with its place. */
function without(spec: unknown, place: SpecPath): unknown {
  const copy = structuredClone(spec);
  const parent = valueAt(copy, place.slice(0, -1));
  const key = place.at(-1);
  if (Array.isArray(parent)) parent.splice(Number(key), 1);
  else delete (parent as Record<string, unknown>)[String(key)];
  return copy;
}

const compiled = (spec: unknown): Compilation => compileText(stringify(spec));

/** All that a spec means, with the reasons. */
const meaning = ({ environment, diagnostics }: Compilation): string =>
  JSON.stringify([environment, diagnostics], (_, value) =>
    typeof value === "object" && value !== null && ORIGINS in value ? { ...value, origins: value[ORIGINS] } : value,
  );

const whole = new Map(specs.map((spec) => [spec, compiled(spec)]));
const meanings = new Map([...whole].map(([spec, compilation]) => [spec, meaning(compilation)]));

/** A check that asks for no path connects; the key says so. */
const implied = ["apps.*.health.tcp", "loadBalancer.*.health.tcp"];

const keys = schemaKeys.map((key) => key.join("."));

describe("every key of the language", () => {
  it("is written by the specs of this test, which all resolve", () => {
    expect([...whole.values()].filter(({ environment }) => environment === undefined)).toEqual([]);
    expect(keys.filter((key) => !sightings.has(key))).toEqual([]);
  });

  it.each(keys.filter((key) => !implied.includes(key)))("%s means something", (key) => {
    const isMeant = (sightings.get(key) ?? []).some(
      ({ spec, place }) => meaning(compiled(without(spec, place))) !== meanings.get(spec),
    );
    expect(isMeant).toBe(true);
  });
});

/** The capabilities that stand for the main part of a section. */
const mainCapabilities: readonly Capability[] = [
  "provider",
  "vars",
  "secrets",
  "network",
  "images.machine",
  "images.container",
  "instances",
  "apps.service",
  "apps.job",
  "apps.daemon",
  "apps.routes",
  "ingress",
  "loadBalancer",
  "firewall",
  "dns",
  "tls",
  "database",
  "scaling.instances",
  "scaling.apps",
  "backup",
  "outputs",
];

/** The registry of an image is the beginning of its reference, which is emitted. */
const partsOfOthers = ["images.*.registry"];

const isMain = (key: Key): boolean => {
  const [section, ...rest] = key;
  return mainKeys.includes(
    [section, ...(rest[0] === "*" && section !== "outputs" && section !== "overrides" ? rest.slice(1) : rest)].join(
      ".",
    ),
  );
};

describe("every key beside the main part of its section", () => {
  const others = schemaKeys.filter((key) => !isMain(key) && key.at(-1) !== "enabled").map((key) => key.join("."));

  it("is beside some main part", () => expect(others.length).toBeGreaterThan(150));

  it.each(others.filter((key) => !partsOfOthers.includes(key)))(
    "%s has a capability that targets decide about",
    (key) => {
      const isAnswered = (sightings.get(key) ?? []).some(({ spec, place }) => {
        const { environment } = whole.get(spec) as Compilation;
        return usesOf(environment as NonNullable<typeof environment>).some(
          ({ capability, at }) =>
            !mainCapabilities.includes(capability) && at.every((part, index) => place[index] === part),
        );
      });
      expect(isAnswered).toBe(true);
    },
  );
});
