import { describe, expect, it } from "vitest";
import { terraform } from "../../../src/emitters/terraform/index.ts";
import { compileText } from "../../support/specc.ts";
import { findingsOf } from "./module.ts";

const web = '{image: "acme/web:1", port: 80, routes: [{host: shop.example.com}]}';

describe("what Terraform cannot say", () => {
  it.each([
    [
      "the machines of a scaled group",
      "terraform-no-value outputs.x",
      'instances: {web: {}}\nscaling: {web: {max: 3}}\noutputs: {x: "${instances.web.addresses}"}',
    ],
    [
      "an app of a scaled group without a route",
      "terraform-no-value apps.a.env.B",
      'instances: {one: {}, two: {}}\nscaling: {two: {max: 3}}\napps: {a: {image: "a:1", runsOn: one, env: {B: "${apps.b.url}"}}, b: {image: "b:1", runsOn: two, port: 80}}',
    ],
    [
      "an image that nobody boots",
      "terraform-no-value outputs.x",
      'images: {node: {kind: machine, base: ubuntu-24.04, builder: packer}}\noutputs: {x: "${images.node.id}"}',
    ],
    [
      "the number of a machine in a setting",
      "terraform-no-value apps.a.env.N",
      'apps: {a: {image: "a:1", env: {N: "${self.index}"}}}',
    ],
    [
      "an address in a command",
      "terraform-late-bound apps.a.command",
      'apps: {a: {image: "a:1", command: ["${database.main.host}"]}}\ndatabase: {main: {engine: postgres, version: "16"}}',
    ],
    [
      "a var and a secret of one name",
      "terraform-name-taken secrets.key",
      "vars: {key: x}\nsecrets: {key: {env: KEY}}",
    ],
    [
      "two settings of one name",
      "terraform-name-taken apps.a-b.env.C",
      'vars: {v: x}\napps: {a: {image: "a:1", env: {B_C: "${vars.v}"}}, a-b: {image: "a:1", env: {C: "${vars.v}"}}}',
    ],
    [
      "a key pair",
      "terraform-secret-form secrets.k",
      'apps: {a: {image: "a:1", env: {K: "${secrets.k}"}}}\nsecrets: {k: {generate: rsa}}',
    ],
  ])("%s", (_, finding, fragment) => expect(findingsOf(fragment)).toContain(finding));
});

it("a cloud that nobody named", () => {
  const spec = 'specc: 1\nname: shop\ntargets: [terraform]\napps: {a: {image: "a:1"}}\n';
  expect(compileText(spec, [terraform]).diagnostics.map(({ code }) => code)).toContain("terraform-without-provider");
});

it("two records of one identifier", () => {
  const zones =
    "dns: {a: {domain: example.com, records: {b-c: {values: [192.0.2.1]}}}, a-b: {domain: example.org, records: {c: {values: [192.0.2.1]}}}}";
  expect(findingsOf(zones)).toEqual(["terraform-name-taken dns.a-b.records.c"]);
});

describe("what AWS does not have", () => {
  it.each([
    [
      "a long name for a balancer",
      "terraform-name loadBalancer.public-of-the-whole-wide-world",
      `apps: {web: ${web}}\nloadBalancer: {public-of-the-whole-wide-world: {}}`,
    ],
    [
      "a long name for a target group",
      "terraform-name apps.web-of-the-whole-wide-world",
      `apps: {web-of-the-whole-wide-world: ${web}}`,
    ],
    ["an image of an unknown system", "terraform-system instances.web.image", "instances: {web: {image: fedora-40}}"],
    ["a machine that large", "terraform-no-size instances.web.resources", "instances: {web: {resources: {cpu: 500}}}"],
    [
      "a database that large",
      "terraform-no-size database.main.resources",
      'database: {main: {engine: postgres, version: "16", resources: {cpu: 500}}}',
    ],
    [
      "a database in one zone",
      "aws-zones network.main.zones",
      'network: {main: {zones: 1}}\ndatabase: {main: {engine: postgres, version: "16"}}',
    ],
    ["a network that small", "terraform-network-size network.main.cidr", "network: {main: {cidr: 10.0.0.0/26}}"],
    [
      "private subnets in its default network",
      "terraform-default-network network.main.kind",
      "network: {main: {kind: provider-default}}",
    ],
    [
      "a way between networks",
      "terraform-networks-apart apps.a.env.U",
      'network: {one: {}, two: {}}\ninstances: {web: {network: one}}\napps: {a: {image: "a:1", env: {U: "${database.main.url}"}}}\ndatabase: {main: {engine: postgres, version: "16", network: two}}',
    ],
    [
      "a proof for a host outside our zones",
      "terraform-host-outside-zones tls.c",
      `apps: {web: ${web}}\nloadBalancer: {public: {tls: c}}\ntls: {c: {}}`,
    ],
    [
      "a certificate of Let's Encrypt",
      "aws-issuer tls.c.issuer",
      `apps: {web: ${web}}\nloadBalancer: {public: {tls: c}}\ntls: {c: {issuer: letsencrypt, email: ops@example.com}}`,
    ],
    [
      "a balancer that does both",
      "terraform-listeners loadBalancer.front.listen",
      "instances: {web: {}}\nloadBalancer: {front: {to: [instances.web], listen: [80/http, 90/tcp]}}",
    ],
    [
      "a small hard disk",
      "aws-disk instances.web.disks.data",
      "instances: {web: {disks: {data: {size: 20GiB, kind: hdd}}}}",
    ],
    [
      "a hard disk to boot from",
      "aws-disk instances.web.disks.root",
      "instances: {web: {disks: {root: {size: 200GiB, kind: hdd}}}}",
    ],
    [
      "a health check each second",
      "terraform-health apps.web.health.interval",
      'apps: {web: {image: "a:1", port: 80, health: {http: /, interval: 1s, timeout: 500ms}, routes: [{host: shop.example.com}]}}',
    ],
    [
      "its own user names for others",
      "aws-database database.main.user",
      'database: {main: {engine: postgres, version: "16", user: admin}}',
    ],
    [
      "a database that small",
      "aws-database database.main.disk",
      'database: {main: {engine: postgres, version: "16", disk: 5GiB}}',
    ],
    [
      "names for machines that come and go",
      "terraform-scaled-hostname instances.web.hostname",
      'instances: {web: {hostname: "w-${self.index}"}}\nscaling: {web: {max: 3}}',
    ],
    [
      "room for that much user data",
      "terraform-user-data instances.main",
      `apps: {${Array.from({ length: 30 }, (_, index) => `app-${index}: {image: "acme/web:1"}`).join(", ")}}`,
    ],
  ])("%s", (_, finding, fragment) => expect(findingsOf(fragment)).toContain(finding));
});

describe("what is allowed and worth a word", () => {
  it("machines without a way to the internet", () => {
    expect(findingsOf("network: {main: {nat: none}}\ninstances: {web: {}}")).toEqual([
      "terraform-no-way-out instances.web",
    ]);
  });

  it("a job on several machines", () => {
    expect(findingsOf('instances: {web: {count: 2}}\napps: {once: {kind: job, image: "a:1"}}')).toEqual([
      "terraform-job-on-each-machine apps.once",
    ]);
  });
});
