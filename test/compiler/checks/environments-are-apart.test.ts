import { describe, expect, it } from "vitest";
import { compileText } from "../../support/specc.ts";

/** The errors of a spec, as `code path`. */
const errorsIn = (spec: string): readonly string[] =>
  compileText(spec)
    .diagnostics.filter(({ severity }) => severity === "error")
    .map(({ code, place, message }) => ("at" in place ? `${code} ${place.at.join(".")}` : message));

const office = `
specc: 1
name: shop
provider: {kind: vagrant}
targets: [vagrant]
environment: test
network: {office: {kind: lan, cidr: 192.168.0.0/24}}
`;

const shared = (spec: string): readonly string[] => errorsIn(office + spec);

describe("addresses", () => {
  const apart = (test: string): string => `
instances: {node: {address: 192.168.0.11}}
environments: {prod: {}, test: ${test}}
`;

  it("are of one environment", () => {
    expect(shared(apart("{}"))).toEqual(["environment-address-shared instances.node.address"]);
    expect(shared(apart("{instances: {node: {address: 192.168.0.12}}}"))).toEqual([]);
  });

  it("are pointed at where this environment writes them", () =>
    expect(
      shared(`
instances: {node: {address: 192.168.0.12}}
environments:
  prod: {instances: {node: {address: 192.168.0.11}}}
  test: {instances: {one: {address: 192.168.0.11}, node: {address: 192.168.0.13}}}
`),
    ).toEqual(["environment-address-shared instances.one.address"]));

  it("of DHCP, of no machines, and of another network are free", () => {
    expect(shared(apart("{instances: {node: {address: dhcp}}}"))).toEqual([]);
    expect(shared(apart("{instances: {node: {count: 0}}}"))).toEqual([]);
    const elsewhere = "{network: {office: null, branch: {kind: lan, cidr: 192.168.0.0/24}}}";
    expect(shared(apart(elsewhere))).toEqual([]);
  });

  it("of a machine that stands somewhere serve all environments, and no virtual machine", () => {
    const host = "instances: {host: {kind: physical, image: ubuntu-24.04, address: 192.168.0.11}}\n";
    expect(shared(`${host}environments: {prod: {}, test: {}}`)).toEqual([]);
    const taken = "{instances: {host: null, node: {address: 192.168.0.11}}}";
    expect(shared(`${host}environments: {prod: {}, test: ${taken}}`)).toEqual([
      "environment-address-shared instances.node.address",
    ]);
  });

  it("of an environment that makes no sense are left to its own compilation", () =>
    expect(
      shared(
        "instances: {node: {address: 192.168.0.11}}\nenvironments: {prod: {instances: {node: {image: x y}}}, test: {}}",
      ),
    ).toEqual([]));
});

describe("names of machines and services that BIND of ours serves", () => {
  const zone = "dns: {internal: {kind: bind, domain: internal, runsOn: node}}\n";
  const moved = "node: {address: 192.168.0.12";

  it("are of one environment", () =>
    expect(
      shared(`${zone}
instances: {node: {address: 192.168.0.11, hostname: node.internal}}
environments: {prod: {}, test: {instances: {${moved}}}}}
`),
    ).toEqual(["environment-name-shared instances.node.hostname"]));

  it("are those of the machines that there are", () => {
    const workers = (test: string): readonly string[] =>
      shared(`${zone}
instances:
  node: {address: 192.168.0.11}
  worker: {count: 2, address: dhcp, hostname: "worker-\${self.index}.internal"}
environments: {prod: {}, test: {instances: {${moved}}, worker: ${test}}}}
`);
    const taken = ["environment-name-shared instances.worker.hostname"];
    expect(workers("{count: 2}")).toEqual(taken);
    expect(workers("{count: 1}")).toEqual(taken);
    expect(workers("{count: 0}")).toEqual([]);
    expect(workers('{hostname: "test-worker-${self.index}.internal"}')).toEqual([]);
  });

  it("outside of all zones are nobody's business", () =>
    expect(
      shared(`${zone}
instances: {node: {address: 192.168.0.11, hostname: node.elsewhere}}
environments: {prod: {}, test: {instances: {${moved}}}}}
`),
    ).toEqual([]));
});

describe("names in zones of a provider", () => {
  const cloud = (vars: string, test: string): readonly string[] =>
    errorsIn(`
specc: 1
name: shop
provider: {kind: aws, region: eu-west-1}
targets: [terraform]
environment: test
vars: {host: ${vars}}
instances: {web: {image: ubuntu-24.04, public: true}}
loadBalancer: {public: {listen: [80/http]}}
apps: {web: {image: "web:1", runsOn: web, port: 80, routes: [{host: "\${vars.host}"}]}}
dns: {main: {domain: example.com, managed: false}}
environments: {prod: {}, test: ${test}}
`);

  it("lead to one environment", () => {
    expect(cloud("shop.example.com", "{}")).toEqual(["environment-name-shared apps.web.routes.0.host"]);
    expect(cloud("shop.example.com", "{vars: {host: test.example.com}}")).toEqual([]);
  });

  it("that the deployer gives are another in each environment", () =>
    expect(cloud("{default: shop.example.com, env: SHOP_HOST}", "{}")).toEqual([]));

  it("are nobody's where no target keeps records", () =>
    expect(cloud("shop.example.com", "{targets: [ansible]}")).toEqual([]));
});
