import { describe, expect, it } from "vitest";
import { ORIGINS } from "../../../src/formats/origin.ts";
import { environmentIn, found } from "../../support/findings.ts";

const spec = (web: string, more = "") =>
  `apps: {web: {image: "w:1", port: 80, ${web}}, api: {image: "a:1", port: 81}}
database: {main: {engine: postgres, version: "16"}}\n${more}`;
const reachOf = (web: string, more = "") =>
  environmentIn(spec(web, more)).reach.map(
    ({ from, to, origins }) =>
      `${from} → ${to.section}.${to.name} by ${origins.map(({ at }) => at.slice(2).join(".")).join(", ")}`,
  );

describe("an app reaches another app or a database", () => {
  it.each([
    ['env: {A: "${apps.api.url}/x"}', ["web → apps.api by env.A"]],
    ['env: {A: "${database.main.host}", B: "${database.main.url}"}', ["web → database.main by env.A, env.B"]],
    ['args: ["--api=${apps.api.url}"]', ["web → apps.api by args.0"]],
    ['command: [run, "${apps.api.host}"]', ["web → apps.api by command.1"]],
    ["consumes: [api, database.main]", ["web → apps.api by consumes.0", "web → database.main by consumes.1"]],
  ])("that it refers to or consumes: %s", (web, reach) => expect(reachOf(web)).toEqual(reach));

  it("through a secret", () => {
    const secrets = 'secrets: {a: {template: "x${secrets.b}"}, b: {from: database.main.url}}';
    expect(reachOf('env: {A: "${secrets.a}"}', secrets)).toEqual(["web → database.main by env.A"]);
  });

  it("and not by its public address or a key that is written", () =>
    expect(reachOf('env: {A: "${apps.api.publicUrl}", B: "${apps.api.port}"}')).toEqual([]));

  it("of a name that is there, and unambiguous", () => {
    expect(found(spec("consumes: [nope]"))).toEqual(["unknown-element nope"]);
    expect(found(spec("consumes: [api]").replace("main:", "api:"))).toEqual(["ambiguous-element api"]);
  });
});

describe("dependsOn", () => {
  const apps = (a: string, b: string, c: string) =>
    `apps: {${Object.entries({ a, b, c })
      .map(([name, on]) => `${name}: {image: "${name}:1", dependsOn: [${on}]}`)
      .join(", ")}}`;

  it("is the order of apps and databases", () => {
    const { apps } = environmentIn(spec("dependsOn: [api, database.main]"));
    expect(apps[1]?.dependsOn).toEqual([
      { [ORIGINS]: [{ at: ["apps", "web", "dependsOn", 0] }], value: "apps.api" },
      { [ORIGINS]: [{ at: ["apps", "web", "dependsOn", 1] }], value: "database.main" },
    ]);
  });

  it("may not go in a circle", () => {
    expect(found(apps("b", "c", ""))).toEqual([]);
    expect(found(apps("b, c", "c", ""))).toEqual([]);
    expect(found(apps("b", "c", "a"))).toEqual(["dependency-cycle [b]"]);
    expect(found(apps("", "b", ""))).toEqual(["dependency-cycle [b]"]);
  });
});
