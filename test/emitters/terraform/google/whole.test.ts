import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { terraform } from "../../../../src/emitters/terraform/index.ts";
import { checkAgainstProvider } from "../../../../src/emitters/terraform/provider-schema/check.ts";
import { providerSchemas } from "../../../support/provider-schemas.ts";
import { compiledOnGoogle } from "./module.ts";

const small = `
apps:
  web: {image: "ghcr.io/acme/web:1.4.2", port: 8080, replicas: 2, health: {http: /health}, routes: [{host: shop.example.com}]}
database:
  main: {engine: postgres, version: "16"}
`;

const large = `
vars: {host: shop.example.com, machines: 3, ha: false, outside: true}
network: {main: {cidr: 10.20.0.0/16, zones: 3}}
images: {node: {kind: machine, base: ubuntu-24.04, builder: packer}}
instances:
  web: {image: node, resources: {cpu: 2, memory: 4GiB}, disks: {root: {size: 30GiB}, data: {size: 50GiB, kind: hdd}}}
  tools: {image: debian-12, count: "\${vars.machines}", hostname: "tools-\${self.index}.example.com", disks: {data: {size: 50GiB}}}
  edge: {public: "\${vars.outside}", hostname: "edge-\${self.index}"}
apps:
  shop:
    image: "acme/shop:1"
    runsOn: web
    port: 8080
    health: {http: /ok}
    routes: [{host: "\${vars.host}"}, {host: www.example.com, path: /shop}]
    env: {URL: "\${database.main.url}", CRAWL: "\${apps.crawl.url}", TOOLS: "\${instances.tools.addresses}", KEY: "\${secrets.key}"}
  api: {image: "acme/api:1", runsOn: web, port: 9090, routes: [{host: "\${vars.host}", path: /api/}]}
  crawl: {image: "acme/crawl:1", runsOn: tools, port: 7000}
  mail: {image: "acme/mail:1", runsOn: edge, port: 2525, env: {HOST: "\${database.main.host}", PORT: "\${database.main.port}"}}
database:
  main: {engine: postgres, version: "16", ha: "\${vars.ha}", resources: {cpu: 2, memory: 8GiB}}
  old: {engine: mysql, version: "8.4", ha: true}
loadBalancer:
  public: {tls: shop, to: [shop, api]}
  inside: {internal: true, listen: [9000/http], to: [instances.tools]}
  lines: {listen: [6000/tcp], to: [instances.edge]}
firewall:
  metrics: {from: [instances.tools, internal, 192.0.2.0/24], to: [instances.web, apps.mail], allow: [9100/tcp, 53/udp]}
  reports: {from: [instances.edge], to: [database.old], allow: [3306/tcp]}
dns:
  main: {domain: example.com, managed: false, records: {"@": {type: MX, values: ["10 mail.example.com"]}}}
  org: {domain: example.org, records: {all: {type: A, values: ["\${loadBalancer.inside.address}"]}}}
tls: {shop: {issuer: provider}}
scaling: {web: {min: 2, max: 6, cpu: 60%}}
backup: {nightly: {of: database.main, schedule: "30 3 * * *", keep: 30d}}
secrets: {key: {generate: random}}
outputs:
  names: "\${instances.tools.hostnames}"
  zones: "\${instances.web.zones}"
  edge: "\${instances.edge.addresses}"
  image: "\${images.node.id}"
  url: "\${loadBalancer.public.url}"
`;

describe.each([
  { title: "ten lines", fragment: small },
  { title: "everything", fragment: large },
])("$title", ({ fragment }) => {
  const { environment, files, diagnostics } = compiledOnGoogle(fragment);

  it("can be said in Terraform", () => {
    expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(files.size).toBeGreaterThan(8);
  });

  it("passes the providers' schemas", () => {
    const documents = environment === undefined ? [] : terraform.emit(environment).map(({ document }) => document);
    const module = documents.flatMap((document) => (document.format === "hcl" ? [document] : []));
    expect(module.length).toBeGreaterThan(8);
    expect(checkAgainstProvider(module, providerSchemas)).toEqual([]);
  });

  it("knows why each line is there", () => {
    const unexplained = [...files].flatMap(([path, { printed }]) =>
      printed.text
        .split("\n")
        .filter((line, index) => line.trim() !== "" && (printed.origins[index] ?? []).length === 0)
        .map((line) => `${path}: ${line}`),
    );
    expect(unexplained).toEqual([]);
  });
});

it("has a schema of each type in schema/providers/types.json", () => {
  const types = JSON.parse(readFileSync("schema/providers/types.json", "utf8")) as Record<string, unknown>;
  const google = providerSchemas.find(({ source }) => source === "hashicorp/google");
  expect({ resources: Object.keys(google?.resources ?? {}), data: Object.keys(google?.data ?? {}) }).toEqual(
    types.google,
  );
});
