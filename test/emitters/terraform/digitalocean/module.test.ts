import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { terraform } from "../../../../src/emitters/terraform/index.ts";
import { checkAgainstProvider } from "../../../../src/emitters/terraform/provider-schema/check.ts";
import { providerSchemas } from "../../../support/provider-schemas.ts";
import { compileText } from "../../../support/specc.ts";

const ten = `specc: 1
name: shop
provider: {kind: digitalocean, region: ams3}
apps:
  web: {image: "ghcr.io/acme/web:1.4.2", port: 8080, replicas: 2, health: {http: /health}, routes: [{host: shop.example.com}]}
database:
  main: {engine: postgres, version: "16"}
`;

const large = `specc: 1
name: shop
targets: [terraform]
provider: {kind: digitalocean, region: ams3}
vars: {host: shop.example.com, size: {default: 3, min: 1}, standby: false, port: 8080}
network: {main: {cidr: 10.20.0.0/16}}
images: {node: {kind: machine, base: ubuntu-24.04, builder: packer}}
instances:
  web: {image: node, count: "\${vars.size}", disks: {root: {size: 100GiB}, data: {size: 20GiB}}, hostname: "web-\${self.index}.example.com"}
  tools: {public: true}
  many: {}
apps:
  web:
    image: "ghcr.io/acme/web:1.4.2"
    runsOn: web
    port: "\${vars.port}"
    health: {http: /health}
    routes: [{host: "\${vars.host}"}]
    env: {DATABASE_URL: "\${database.main.url}", API: "\${apps.api.url}", KEY: "\${secrets.key}"}
  api: {image: "ghcr.io/acme/api:2.3.1", runsOn: tools, port: 9000}
  report: {kind: job, schedule: "0 6 * * *", image: "ghcr.io/acme/report:1.1.0", runsOn: tools, env: {USER: "\${database.other.user}"}}
  crawl: {image: "ghcr.io/acme/crawl:1.0.0", runsOn: many, consumes: [api]}
database:
  main: {engine: postgres, version: "16", ha: true, disk: 65GiB}
  other: {engine: mysql, version: "8.0", ha: "\${vars.standby}"}
loadBalancer: {public: {tls: shop}, inner: {internal: true, to: [instances.many], listen: [9001/tcp, 80/http]}}
tls: {shop: {}}
scaling: {many: {max: 4, cpu: 60%}}
firewall:
  ssh: {from: [192.0.2.0/24], to: [instances.tools], allow: [22/tcp]}
  metrics: {from: [instances.tools, internal], to: [instances.web], allow: [8000-8010/udp]}
dns: {main: {domain: example.com, records: {mail: {values: [192.0.2.1, 192.0.2.2]}, "@": {type: MX, values: ["10 mail.example.com"]}}}}
secrets: {key: {env: PAYMENT_KEY}}
outputs: {address: "\${loadBalancer.public.address}", machines: "\${instances.web.addresses}", image: "\${images.node.id}"}
`;

describe.each([
  ["the ten lines", ten],
  ["all that DigitalOcean has", large],
  ["the region's own network", ten.replace("apps:", "network: {main: {kind: provider-default}}\napps:")],
])("a module of %s", (_, spec) => {
  const { environment, files, diagnostics } = compileText(spec, [terraform]);
  const documents = environment === undefined ? [] : terraform.emit(environment).map(({ document }) => document);

  it("is made", () => {
    expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(files.size).toBeGreaterThan(5);
  });

  it("passes the provider's schema", () => {
    const module = documents.flatMap((document) => (document.format === "hcl" ? [document] : []));
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
  const read = (name: string) => JSON.parse(readFileSync(`schema/providers/${name}.json`, "utf8"));
  const { resources, data } = read("digitalocean");
  expect({ resources: Object.keys(resources), data: Object.keys(data) }).toEqual(read("types").digitalocean);
});

describe("the ten lines", () => {
  const { files } = compileText(ten, [terraform]);
  const module = new Map([...files].map(([path, { printed }]) => [path.replace("terraform/", ""), printed.text]));

  it("need a token and nothing else", () => {
    expect(module.get("versions.tf")).toContain('source  = "digitalocean/digitalocean"');
    expect(module.get("providers.tf")).toContain('provider "digitalocean" {}');
    expect(module.has("variables.tf")).toBe(false);
  });

  it("make files that have something to say", () => {
    expect([...module.keys()]).toEqual([
      "database.tf",
      "firewall.tf",
      "instances.tf",
      "load-balancer.tf",
      "network.tf",
      "providers.tf",
      "user-data/main.yaml.tftpl",
      "versions.tf",
    ]);
  });

  it("say nothing that needs a word", () =>
    expect(compileText(ten, [terraform]).diagnostics.map(({ code }) => code)).not.toContain("secret-in-user-data"));
});
