import { describe, expect, it } from "vitest";
import { compile } from "../../../src/compiler/compile.ts";
import { reader } from "../../support/specc.ts";
import { finds } from "./findings.ts";

const app = 'apps: {web: {image: "web:1"}}\n';

describe("unused are", () => {
  finds([
    ["vars", "vars: {a: 1}", "unused at vars.a"],
    ["secrets", "secrets: {a: {env: A}}", "unused at secrets.a"],
    [
      "images of machines",
      "images: {a: {kind: machine, base: ubuntu-24.04}}\ninstances: {x: {}}",
      "unused at images.a",
    ],
    ["images of apps", `${app}images: {a: {kind: container, repository: a/b, tag: "1"}}`, "unused at images.a"],
    [
      "networks",
      "network: {a: {cidr: 10.0.0.0/16}, b: {cidr: 10.1.0.0/16}}\ninstances: {x: {network: a}}",
      "unused at network.b",
    ],
    ["certificates", "tls: {a: {hosts: [a.example.com]}}", "unused at tls.a"],
    [
      "second backups",
      'database: {main: {engine: postgres, version: "16"}}\nbackup: {a: {of: database.main}, b: {of: database.main}}',
      "unused at backup.b",
    ],
  ]);
});

describe("used are", () => {
  finds([
    ["vars in the middle of a text", 'vars: {a: x}\napps: {web: {image: "web:1", args: ["-${vars.a}-"]}}'],
    ["vars of vars", 'vars: {a: x, b: "${vars.a}"}\napps: {web: {image: "web:1", args: ["${vars.b}"]}}'],
    ["vars that switch", `vars: {a: false}\napps: {web: {image: "web:1", enabled: "\${vars.a}"}}`],
    [
      "vars of another environment",
      'vars: {a: x}\nenvironments: {dev: {}, prod: {apps: {web: {image: "web:1", args: ["${vars.a}"]}}}}',
    ],
    [
      "secrets of secrets",
      'secrets: {a: {env: A}, b: {template: "x${secrets.a}"}}\napps: {web: {image: "web:1", env: {B: "${secrets.b}"}}}',
    ],
    [
      "images of what is disabled",
      "instances: {x: {}, y: {enabled: false, image: a}}\nimages: {a: {kind: machine, base: ubuntu-24.04}}",
    ],
    ["images that a spec makes for others", "images: {a: {kind: machine, base: ubuntu-24.04, builder: packer}}"],
    ["the only network", `network: {a: {}}\n${app}`],
    ["networks of a spec for others", "network: {a: {cidr: 10.0.0.0/16}, b: {cidr: 10.1.0.0/16}}"],
  ]);

  it("what a file declares that others extend", () => {
    const files = {
      "spec.yaml":
        "specc: 1\nname: shop\nprovider: {kind: aws, region: eu-west-1}\nextends: [base.yaml]\nvars: {own: 1}",
      "base.yaml": "vars: {shared: 1}",
    };
    const { diagnostics } = compile("spec.yaml", reader(files), {}, []);
    expect(diagnostics.map(({ place }) => place)).toEqual([{ at: ["vars", "own"], part: "key" }]);
  });
});
