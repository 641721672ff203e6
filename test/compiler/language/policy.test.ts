import { describe, expect, it } from "vitest";
import { compile } from "../../../src/compiler/compile.ts";
import type { Emitter } from "../../../src/compiler/emitter.ts";
import { everything } from "../../support/emitters.ts";
import { found, wholeSpec } from "../../support/findings.ts";
import { reader } from "../../support/specc.ts";

const deaf: Emitter = {
  target: "terraform",
  title: "deaf",
  support: everything("ignores"),
  checks: [],
  emit: () => [],
};

const warned = (accept: string, today = "2026-06-01") => {
  const files = { "spec.yaml": wholeSpec(`outputs: {a: x, b: x}\npolicy: {accept: {${accept}}}`) };
  return compile("spec.yaml", reader(files), { today }, [deaf])
    .diagnostics.filter(({ place }) => "at" in place && ["outputs", "policy"].includes(String(place.at[0])))
    .map(({ code, place }) => `${code} ${"at" in place ? place.at.join(".") : ""}`);
};

const heard = (places: string, more = "") => warned(`no-target-emits: {at: [${places}], reason: r${more}}`);

describe("an accepted warning", () => {
  it("is silent at and below its places", () => {
    expect(warned("")).toEqual(["no-target-emits outputs.a", "no-target-emits outputs.b"]);
    expect(heard("outputs.a")).toEqual(["no-target-emits outputs.b"]);
    expect(heard("outputs")).toEqual([]);
  });

  it("is one that there is", () => {
    expect(heard("outputs, apps.x")).toEqual(["nothing-accepted policy.accept.no-target-emits.at.1"]);
    expect(heard("outputs, out")).toContain("nothing-accepted policy.accept.no-target-emits.at.1");
    expect(warned("no-target-emit: {at: [outputs], reason: r}")).toContain("unknown-rule policy.accept.no-target-emit");
    expect(warned("wrong-type: {at: [outputs], reason: r}")).toContain("error-accepted policy.accept.wrong-type");
  });

  it("comes back on its day, with a word about it", () => {
    expect(heard("outputs", ', until: "2026-06-02"')).toEqual([]);
    expect(heard("outputs", ', until: "2026-06-01"')).toEqual([
      "no-target-emits outputs.a",
      "no-target-emits outputs.b",
      "acceptance-over policy.accept.no-target-emits.until",
    ]);
  });

  it("has places, a reason and a day that there is", () => {
    expect(found("policy: {accept: {end-of-life: {}}}")).toEqual(["missing-key end-of-life"]);
    for (const day of ["2027-02-29", "2027-13-01", "2027-00-10", "2027-04-31"])
      expect(found(`policy: {accept: {end-of-life: {at: [targets], reason: r, until: "${day}"}}}`)).toContain(
        `malformed-value "${day}"`,
      );
    expect(
      found('policy: {accept: {end-of-life: {at: ["apps.a.routes[0]"], reason: r, until: "2028-02-29"}}}'),
    ).toEqual(['nothing-accepted "apps.a.routes[0]"']);
  });
});
