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

/** The same of Google's controller and of what an operation runs. */
const onGoogle = `
specc: 1
name: shop
provider: {kind: google, region: europe-west1, project: shop}
targets: [kubernetes]
network: {main: {cidr: 10.0.0.0/16}}
apps:
  api: {image: "api:1", port: 80, health: {http: /up}, routes: [{host: a.example.com}, {host: a.example.com, path: /up, internal: true}]}
  seed: {kind: job, image: "seed:1"}
  web: {image: "web:1", port: 80, routes: [{host: b.example.com}], volumes: [{of: data, path: /data}], metrics: {port: 90}}
  prometheus: {image: "prometheus:1", port: 9090}
storage: {data: {size: 1GiB}, copies: {kind: bucket}}
logging: {main: {kind: efk}}
backup: {copy: {of: database.outer, to: storage.copies, export: true}}
database: {inner: {engine: postgres, version: "16", runsOn: gke}, outer: {engine: postgres, version: "16"}}
monitoring: {main: {app: prometheus, scrape: [apps.web, nodes]}}
instances: {nodes: {image: ubuntu-24.04}}
cluster: {gke: {kind: kubernetes, nodes: [nodes]}}
ingress: {main: {class: gce, tls: shop}, other: {class: gce, tls: signed}}
tls: {shop: {issuer: letsencrypt}, signed: {hosts: [b.example.com]}}
operations: {seed: [{runJob: seed}]}
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
    const files = [everything, onGoogle].flatMap((spec) => printed(compileText(spec).environment));
    const used = new Set(files.flatMap(({ origins }) => origins.flat().map(({ rule }) => rule)));
    expect(Object.keys(kubernetesRules).filter((rule) => !used.has(rule))).toEqual([]);
  });
});
