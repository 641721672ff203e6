import { describe, expect, it } from "vitest";
import { environmentIn, found, said } from "../../support/findings.ts";

const app = (keys: string) => `apps: {a: {image: "a:1", port: 80, ${keys}}, b: {image: "b:1", port: 81}}`;
const env = (value: string, rest = "") => `${app(`env: {X: ${value}}`)}\n${rest}`;
const partsOf = (value: string, rest = "") => environmentIn(env(value, rest)).apps[0]?.env[0]?.value.parts;

describe("a reference", () => {
  it("alone keeps the type of what it reads", () => {
    const { apps, instances } = environmentIn(
      `vars: {n: 3, on_: true}\n${app("replicas: '${vars.n}'")}\ninstances: {m: {public: "\${vars.on_}", count: "\${apps.b.port}"}}`,
    );
    expect(apps[0]?.replicas).toMatchObject({ value: 3, variable: "n" });
    expect(instances[0]?.public).toMatchObject({ value: true, variable: "on_" });
    expect(instances[0]?.count.value).toBe(81);
  });

  it("may be read as an output whatever its type", () =>
    expect(environmentIn("vars: {n: 3}\noutputs: {o: '${vars.n}'}").outputs[0]?.value.parts).toEqual([
      { kind: "variable", name: "n", value: "3" },
    ]));

  it("in a text is text", () =>
    expect(partsOf('"a${vars.n}b${name}-${environment}"', "vars: {n: 3}")).toEqual([
      "a",
      { kind: "variable", name: "n", value: "3" },
      "bshop-dev",
    ]));

  it("is written `$${` where none is meant", () => {
    expect(partsOf('"$${vars.n} $$${x} $x {}"')).toEqual(["${vars.n} $${x} $x {}"]);
    expect(found(app('replicas: "$${vars.n}"'))).toEqual(['malformed-value "$${vars.n}"']);
  });

  it.each([
    ["${apps.b.url}", { kind: "attribute", section: "apps", name: "b", attribute: "url" }],
    ["${apps.b.publicUrl}", { kind: "attribute", section: "apps", name: "b", attribute: "publicUrl" }],
    ["${instances.m.addresses}", { kind: "attribute", section: "instances", name: "m", attribute: "addresses" }],
    ["${database.d.host}", { kind: "attribute", section: "database", name: "d", attribute: "host" }],
    ["${loadBalancer.l.url}", { kind: "attribute", section: "loadBalancer", name: "l", attribute: "url" }],
    ["${images.i.id}", { kind: "attribute", section: "images", name: "i", attribute: "id" }],
    ["${self.index}", { kind: "self", attribute: "index" }],
    ["${build.commit}", { kind: "build", attribute: "commit" }],
    ["${secrets.s}", { kind: "secret", name: "s" }],
  ])("to what only the deployment knows stays one: %s", (written, part) =>
    expect(
      partsOf(
        `"${written}"`,
        `instances: {m: {}}\ndatabase: {d: {engine: postgres, version: "16"}}\nloadBalancer: {l: {}}
images: {i: {kind: machine, base: ubuntu-24.04}}\nsecrets: {s: {env: S}}`,
      ),
    ).toEqual([part]),
  );

  it("reads any key that is written", () => {
    expect(partsOf('"${apps.b.image} ${provider.region}"')).toEqual(["b:1 eu-west-1"]);
    expect(partsOf('"${vars.m}"', 'vars: {m: "${vars.n}!", n: "${apps.b.port}"}')).toEqual([
      { kind: "variable", name: "m", value: "81!" },
    ]);
  });

  it("to nothing is an error with the nearest name", () => {
    expect(said(env('"${apps.bb.url}"'))).toEqual(["`${apps.bb.url}` refers to nothing; did you mean `apps.b`?"]);
    expect(said(env('"${apps.b.ulr}"'))).toEqual(["`${apps.b.ulr}` refers to nothing; did you mean `apps.b.url`?"]);
    expect(said(env('"${var.x}"', "vars: {x: 1}"))).toEqual(["`${var.x}` refers to nothing; did you mean `vars`?"]);
    expect(said(env('"${self.nme}"'))).toEqual(["`${self.nme}` refers to nothing; did you mean `self.name`?"]);
    expect(said(env('"${nmae}"'))).toEqual(["`${nmae}` refers to nothing; did you mean `name`?"]);
    expect(found(env('"${apps.b.replicas}"'))).toEqual(['unknown-reference "${apps.b.replicas}"']);
    expect(found(env('"${apps.b}"'))).toEqual(['unknown-reference "${apps.b}"']);
  });

  it.each(["${a.b+1}", "${upper(x)}", "${}", "${a..b}", "${ a.b }", "${a.b", '${a["b"]}'])("is not %s", (written) =>
    expect(found(env(`'x${written}'`))).toEqual([`reference-malformed 'x${written}'`]),
  );

  it("to itself is an error, once", () => {
    expect(found('vars: {a: "${vars.b}", b: "${vars.c}", c: "${vars.a}"}')).toEqual(['reference-cycle "${vars.b}"']);
    expect(found('vars: {a: "x${vars.a}"}')).toEqual(['reference-cycle "x${vars.a}"']);
  });

  it("leads through 64 others at most", () => {
    const chain = (length: number) =>
      Array.from({ length }, (_, index) => `v${index}: ${index + 1 < length ? `"\${vars.v${index + 1}}"` : "end"}`);
    expect(found(`vars: {${chain(60).join(", ")}}`)).toEqual([]);
    const findings = found(`vars: {${chain(5000).join(", ")}}`);
    expect(findings[0]).toBe('reference-limit "${vars.v65}"');
    expect(findings.length).toBeLessThanOrEqual(100);
  });

  it("expands to 65,536 characters at most", () => {
    const doubling = Array.from(
      { length: 40 },
      (_, index) => `v${index}: "\${vars.v${index + 1}}\${vars.v${index + 1}}"`,
    );
    expect(found(`vars: {${doubling.join(", ")}, v40: x}`)[0]).toMatch(/^reference-limit /);
  });
});

describe("what only the deployment knows", () => {
  it.each([
    app("replicas: '${self.index}'"),
    app("kind: '${build.tag}'"),
    app("enabled: '${build.tag}'"),
    app("runsOn: '${self.name}'"),
    app("description: '${apps.b.url}'"),
    "network: {m: {cidr: '${instances.m.addresses}'}}\ninstances: {m: {}}",
    "loadBalancer: {l: {listen: ['${build.tag}']}}",
    "vars: {v: '${build.commit}'}",
    "provider: {kind: aws, region: '${build.tag}'}\nspecc: 1\nname: x",
    "provider: {kind: aws, region: x, naming: '${self.index}'}\nspecc: 1\nname: x",
    "outputs: {o: '${self.name}'}",
  ])("cannot stand in %s", (spec) => expect(found(spec)[0]).toMatch(/^reference-not-here '\$\{/));

  it.each([
    app("command: ['${self.index}', '${build.commit}', '${apps.b.url}']"),
    app("image: 'a:${build.commit}'").replace('image: "a:1", ', ""),
    app("routes: [{host: '${self.name}.example.com'}]"),
    "instances: {m: {hostname: 'm-${self.index}'}}",
    "provider: {kind: aws, region: x, naming: 'n-${self.name}'}\nspecc: 1\nname: x",
    `${app("")}\noutputs: {o: '\${apps.b.url}'}`,
    `${app("")}\nsecrets: {k: {env: K}, t: {template: '\${secrets.k}@\${apps.b.host}'}}`,
  ])("can stand in %s", (spec) => expect(found(spec)).toEqual([]));
});
