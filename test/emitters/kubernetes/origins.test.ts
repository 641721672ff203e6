import { describe, expect, it } from "vitest";
import { kubernetesRules } from "../../../src/compiler/rules/kubernetes.ts";
import { kubernetes } from "../../../src/emitters/kubernetes/index.ts";
import { printDocument } from "../../../src/formats/print.ts";
import { compileFile, compileText } from "../../support/specc.ts";

/** One of everything that a rule has a word in. */
const everything = `
specc: 1
name: shop
targets: [kubernetes]
database: {main: {engine: postgres, version: "16"}}
apps:
  agent: {kind: daemon, image: "agent:1"}
  api: {image: "api:1", port: 9090, replicas: 2, health: {http: /up}, resources: {memory: 1GiB}, routes: [{host: a.example.com}]}
  migrate: {kind: job, image: "migrate:1"}
  report: {kind: job, image: "report:1", schedule: "0 6 * * 1"}
  web: {image: "web:1", env: {API: "\${apps.api.url}", URL: "x\${database.main.host}"}}
scaling: {web: {max: 4}}
ingress: {main: {class: nginx, tls: shop}}
tls: {shop: {issuer: letsencrypt}}
`;

const printed = (environment: Parameters<typeof kubernetes.emit>[0] | undefined) => {
  if (environment === undefined) throw new Error("the spec does not compile");
  return kubernetes.emit(environment).map(({ path, document }) => ({ path, ...printDocument(document) }));
};

describe("origins", () => {
  it.each(["dev", "prod"])("every line of the showcase in %s knows why it is there", (environment) => {
    const files = printed(compileFile("specs/dev.yaml", [], { environment }).environment);
    const unexplained = files.flatMap(({ path, text, origins }) =>
      text
        .split("\n")
        .slice(0, -1)
        .filter((line, index) => !line.startsWith("#") && (origins[index] ?? []).length === 0)
        .map((line) => `${path}: ${line}`),
    );
    expect(files.length).toBeGreaterThan(15);
    expect(unexplained).toEqual([]);
  });

  it("every rule of this target puts something into some manifest", () => {
    const files = printed(compileText(everything).environment);
    const used = new Set(files.flatMap(({ origins }) => origins.flat().map(({ rule }) => rule)));
    expect(Object.keys(kubernetesRules).filter((rule) => !used.has(rule))).toEqual([]);
  });
});
