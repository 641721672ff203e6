import { describe, expect, it } from "vitest";
import { compile } from "../../../src/compiler/compile.ts";
import { literal } from "../../../src/compiler/environment/text.ts";
import type { Choice } from "../../../src/compiler/spec/load.ts";
import { writers } from "../../../src/compiler/spec/merged-spec.ts";
import { choosing, type Files, found, said, wholeSpec } from "../../support/findings.ts";
import { compileText, reader } from "../../support/specc.ts";

const compiled = (files: Files, choice: Choice = {}) => compile("spec.yaml", reader(files), choice, []);
const settings = (files: Files, choice: Choice = {}) =>
  compiled(files, choice).environment?.apps[0]?.env.map(({ name, value }) => `${name}=${literal(value).value}`);

const layer = (env: string, more = "") => `specc: 1\napps: {a: {env: {${env}}}}\n${more}`;
const top = (env: string, more = "") =>
  `specc: 1\nname: x\nprovider: {kind: aws, region: r}\napps: {a: {image: "a:1", env: {${env}}}}\n${more}`;

describe("extends", () => {
  it("lays files left to right and the spec over them", () =>
    expect(
      settings({
        "left.yaml": layer("A: left, B: left, C: left"),
        "right.yaml": layer("B: right, C: right, D: right"),
        "spec.yaml": top("C: spec", "extends: [left.yaml, right.yaml]"),
      }),
    ).toEqual(["A=left", "B=right", "C=spec", "D=right"]));

  it("lays what several files extend once, below them all", () =>
    expect(
      settings({
        "base.yaml": layer("A: base"),
        "left.yaml": layer("A: left", "extends: [base.yaml]"),
        "right.yaml": layer("B: right", "extends: [base.yaml]"),
        "spec.yaml": top("", "extends: [left.yaml, right.yaml]"),
      }),
    ).toEqual(["A=left", "B=right"]));

  it("takes fragments that lack what the whole has", () =>
    expect(found({ "base.yaml": "vars: {v: 1}", "spec.yaml": top("", "extends: [base.yaml]") })).toEqual([]));

  it("to itself is an error where the circle closes", () => {
    const files = { "spec.yaml": top("", "extends: [b.yaml]"), "b.yaml": layer("", "extends: [spec.yaml]") };
    expect(found(files)).toEqual(["extends-cycle spec.yaml"]);
    expect(said(files)[0]).toContain("`spec.yaml` → `b.yaml` → `spec.yaml`");
  });

  it("names files that can be read", () =>
    expect(said({ "spec.yaml": top("", "extends: [nope.yaml]") })).toEqual([
      "`nope.yaml` cannot be read: there is no such file",
    ]));

  it("is a list", () =>
    expect(said({ "spec.yaml": top("", "extends: base.yaml") })).toEqual([
      "`base.yaml` stands where a list of files is expected; write `[base.yaml]`",
    ]));
});

describe("a layer", () => {
  const over = (base: string, spec: string) =>
    found({ "base.yaml": base, "spec.yaml": `extends: [base.yaml]\n${spec}` });
  const valid = "specc: 1\nname: x\nprovider: {kind: aws, region: r}\n";

  it("deletes with null", () =>
    expect(
      settings({ "base.yaml": layer("A: base, B: base"), "spec.yaml": top("A: ~", "extends: [base.yaml]") }),
    ).toEqual(["B=base"]));

  it("deletes nothing that is not there", () => {
    expect(over("vars: {a: 1}", `${valid}vars: {b: null}`)).toEqual(["nothing-to-delete null"]);
    expect(found("apps:")).toEqual(["nothing-to-delete apps"]);
  });

  it("replaces scalars and lists whole", () => {
    const base = 'apps: {a: {image: "a:1", command: [x, y, z]}}';
    const { environment } = compiled({
      "base.yaml": base,
      "spec.yaml": `extends: [base.yaml]\n${valid}apps: {a: {command: [w]}}`,
    });
    expect(environment?.apps[0]?.command?.map((text) => literal(text).value)).toEqual(["w"]);
  });

  it("cannot lay a map on a scalar, or a scalar or list on a map", () => {
    expect(over("description: d", `${valid}description: {a: 1}`)).toEqual(["merge-conflict {a: 1}"]);
    expect(over("apps: {a: {}}", `${valid}apps: 1`)).toEqual(["merge-conflict 1"]);
    expect(over("apps: {a: {}}", `${valid}apps: []`)).toEqual(["merge-conflict []"]);
    expect(said({ "base.yaml": "apps: {a: {}}", "spec.yaml": `extends: [base.yaml]\n${valid}apps: []` })).toEqual([
      "a list meets a map that a layer below wrote; write the same kind of value, or delete the key below with `null` first",
    ]);
  });

  it("keeps the places of all writers, the last as origin", () => {
    const choice = { environment: "prod", ...choosing({ v: "cli" }) };
    const files = {
      "base.yaml": "vars: {v: base}",
      "spec.yaml": `extends: [base.yaml]\n${valid}vars: {v: spec}\nenvironments: {prod: {vars: {v: prod}}}`,
    };
    const { merged } = compiled(files, choice);
    const places = merged && writers(merged, ["vars", "v", "default"]);
    expect(places?.map(({ tree, path }) => `${tree.file.path} ${path.join(".")}`)).toEqual([
      "base.yaml vars.v",
      "spec.yaml vars.v",
      "spec.yaml environments.prod.vars.v",
      "--var vars.v.default",
    ]);
  });
});

describe("an environment", () => {
  const spec = (more: string) => `apps: {a: {image: "a:1", replicas: 2}}\n${more}`;
  const replicas = (more: string, environment?: string) => {
    const result = compileText(wholeSpec(spec(more)), [], environment === undefined ? {} : { environment });
    return result.environment && [result.environment.environment.value, result.environment.apps[0]?.replicas.value];
  };
  const overlays = "environments: {dev: {}, prod: {apps: {a: {replicas: 6}}}}";

  it("is --env, else `environment`, else dev", () => {
    expect(replicas(overlays)).toEqual(["dev", 2]);
    expect(replicas(`environment: prod\n${overlays}`)).toEqual(["prod", 6]);
    expect(replicas(`environment: prod\n${overlays}`, "dev")).toEqual(["dev", 2]);
    expect(replicas("", "anything")).toEqual(["anything", 2]);
  });

  it("is a key of `environments` where that is written", () => {
    expect(said(spec("environment: pord\nenvironments: {dev: {}, prod: {}}"))).toEqual([
      "there is no environment `pord`; did you mean `prod`?",
    ]);
    expect(found(spec("environments: {prod: {}}"))).toEqual(["unknown-environment environments"]);
    expect(found(spec(overlays), { environment: "x" })).toEqual(["unknown-environment environments"]);
  });

  it("has a name that can be a folder", () => {
    expect(found(spec(""), { environment: "../x" })).toEqual(["malformed-name --env"]);
    expect(found(spec("environment: A"))).toEqual(["malformed-name A"]);
    expect(found(spec("environments: {dev: {}, Prod_1: {}}"))).toEqual(["malformed-name Prod_1"]);
  });

  it("deletes what the spec says", () => {
    expect(replicas("environments: {prod: {apps: {a: {replicas: null}}}}", "prod")).toEqual(["prod", 1]);
    expect(found(spec("environments: {dev: {apps: {b: null}}}"))).toEqual(["nothing-to-delete null"]);
  });

  it("lays each file's overlay over all that is below", () =>
    expect(
      settings(
        {
          "base.yaml": layer(
            "A: base, B: base",
            "environments: {prod: {apps: {a: {env: {A: base-prod, B: base-prod}}}}}",
          ),
          "spec.yaml": top("A: spec", "extends: [base.yaml]\nenvironments: {prod: {apps: {a: {env: {B: null}}}}}"),
        },
        { environment: "prod" },
      ),
    ).toEqual(["A=base-prod"]));

  it.each(["specc: 1", "name: y", "extends: []", "environment: y", "environments: {}"])("cannot change %s", (key) =>
    expect(found(spec(`environments: {dev: {${key}}}`))).toEqual([`not-in-overlay ${key.split(":")[0]}`]),
  );

  it("is a map", () => {
    expect(said(spec("environments: {dev: }"))).toEqual([
      "nothing stands where a map is expected; write `{}` where nothing is different",
    ]);
    expect(found(spec("environments: {dev: [a]}"))).toEqual(["wrong-type [a]"]);
    expect(found(spec("environments: [dev]"))).toEqual(["wrong-type [dev]"]);
    expect(found(spec("environment: [dev]"))).toEqual(["wrong-type [dev]"]);
  });

  it("may remove what a file holds through an override", () =>
    expect(
      found(spec("environments: {dev: {overrides: {f.json: {/a: {expect: null, set: null, reason: r}}}}}")),
    ).toEqual([]));

  it("is found wrong in the overlay that wrote it", () => {
    expect(found(spec("environments: {dev: {apps: {a: {port: x}}}}"))).toEqual(["wrong-type x"]);
  });
});

describe("a spec", () => {
  it.each([
    ["specc: 2\nname: x", "`2` is not one of the values that this key takes; known are `1`"],
    ["specc: 1\nprovider: {kind: aws, region: r}", "the spec has no `name`; add `name`"],
    ["specc: 1\nname: x", "nothing says which tools get files; write `provider`, or `targets`"],
  ])("says what it is: %s", (spec, sentence) => expect(said(spec)).toContain(sentence));

  it("says the version of the language", () =>
    expect(said({ "spec.yaml": "name: x\nprovider: {kind: aws, region: r}" })).toEqual([
      "the spec has no `specc`; add `specc`",
    ]));
});
