import type { SpecPath } from "../../formats/origin.ts";
import type { Acceptance, Override } from "../environment/policy.ts";
import type { Spec } from "../spec/spec.gen.ts";

export const resolveAcceptances = ({ policy }: Spec): readonly Acceptance[] =>
  sorted(policy?.accept ?? {}).map(([rule, { at, reason, until }]) => {
    const place = ["policy", "accept", rule];
    const places = at.map((written, index) => ({ at: [...place, "at", index], accepted: parsePath(written) }));
    return { at: place, rule, places, reason, until };
  });

/** `firewall.ssh` or `apps.web.routes[0]` as it is written in a spec. */
export const parsePath = (written: string): SpecPath =>
  written.split(/[.[\]]+/).flatMap((key) => (key === "" ? [] : [/^[0-9]+$/.test(key) ? Number(key) : key]));

export const resolveOverrides = ({ overrides }: Spec): readonly Override[] =>
  sorted(overrides ?? {}).flatMap(([file, changes]) =>
    sorted(changes).map(([pointer, { expect, set, reason }]) => ({
      at: ["overrides", file, pointer],
      file,
      pointer: pointer
        .split("/")
        .slice(1)
        .map((key) => key.replaceAll("~1", "/").replaceAll("~0", "~")),
      expect,
      set,
      reason,
    })),
  );

const sorted = <T>(map: { readonly [key: string]: T | undefined }): readonly (readonly [string, T])[] =>
  Object.entries(map)
    .flatMap(([key, value]) => (value === undefined ? [] : [[key, value] as const]))
    .sort(([a], [b]) => (a < b ? -1 : 1));
