import { describe, expect, it } from "vitest";
import { choosing, environmentIn, found } from "../../support/findings.ts";

const off = 'b: {image: "b:1", port: 81, enabled: false}';
const apps = (a: string, rest = "") => `apps: {a: {image: "a:1", port: 80, ${a}}, ${off}}\n${rest}`;

describe("an element that is not enabled", () => {
  it("is not emitted", () => expect(environmentIn(apps("")).apps.map(({ name }) => name)).toEqual(["a"]));

  it("is checked all the same", () => {
    expect(found("apps: {a: {imag: x, enabled: false}}")).toEqual(["unknown-key imag"]);
    expect(found("apps: {a: {image: nope, enabled: false}}")).toEqual(["unknown-element nope"]);
    expect(found('apps: {a: {image: "a:1", enabled: false, dependsOn: [nope]}}')).toEqual(["unknown-element nope"]);
    expect(found("secrets: {s: {enabled: false}}")).toEqual(["secret-source s"]);
    expect(found('apps: {a: {image: "a:1", enabled: false, env: {X: "${vars.x}"}}}')).toEqual([
      'unknown-reference "${vars.x}"',
    ]);
  });

  it("falls away where its name is optional", () => {
    expect(found(apps("dependsOn: [b], consumes: [b]"))).toEqual([]);
    expect(found(apps("", "scaling: {b: {max: 3}}"))).toEqual([]);
    expect(
      found(apps("routes: [{host: a.example.com}]", "loadBalancer: {l: {tls: c}}\ntls: {c: {enabled: false}}")),
    ).toEqual([]);
    expect(environmentIn(apps("dependsOn: [b]")).apps[0]?.dependsOn).toEqual([]);
  });

  it("is an error where its name is required", () => {
    expect(found(apps("runsOn: m", "instances: {m: {enabled: false}, n: {}}"))).toEqual(["element-disabled m"]);
    const database = 'database: {d: {engine: postgres, version: "16", enabled: false}}';
    expect(found(`${database}\nbackup: {k: {of: database.d}}`)).toEqual(["element-disabled database.d"]);
  });

  it("is an error where a reference reads it, and none where another one does that is not emitted either", () => {
    expect(found(apps('env: {X: "${apps.b.url}"}'))).toEqual(['reference-disabled "${apps.b.url}"']);
    expect(found(apps('enabled: false, env: {X: "${apps.b.url}"}'))).toEqual([]);
    expect(found(apps("enabled: false, dependsOn: [b]", "backup: {}"))).toEqual([]);
  });

  it("may be switched by a variable", () => {
    const spec = 'vars: {beta: false}\napps: {a: {image: "a:1", port: 80, enabled: "${vars.beta}"}}';
    expect(environmentIn(spec).apps).toEqual([]);
    expect(environmentIn(spec, choosing({ beta: "true" })).apps).toHaveLength(1);
    expect(found(`${spec}\noutputs: {o: "\${apps.a.url}"}`)).toEqual(['reference-disabled "${apps.a.url}"']);
    expect(found(`${spec}\noutputs: {o: "\${apps.a.url}"}`, choosing({ beta: "true" }))).toEqual([]);
    expect(found(spec.replace("false", '"no"'))).toEqual(['wrong-type "${vars.beta}"']);
  });

  it("keeps rules from implying another one", () => {
    const { instances, loadBalancers, networks } = environmentIn(
      `apps: {}
instances: {m: {enabled: false}}
loadBalancer: {l: {enabled: false}}
network: {n: {enabled: false}}`,
    );
    expect([instances, loadBalancers, networks]).toEqual([[], [], []]);
    expect(found('apps: {a: {image: "a:1"}}\ninstances: {m: {enabled: false}}')).toEqual(["missing-choice a"]);
  });

  it("may be a route", () => {
    const { apps } = environmentIn(
      'apps: {a: {image: "a:1", port: 80, routes: [{host: a.example.com, enabled: false}, {host: b.example.com}]}}',
    );
    expect(apps[0]?.routes).toHaveLength(1);
  });
});
