import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse as parseYaml, stringify } from "yaml";
import { type Compilation, compile } from "../../src/compiler/compile.ts";
import { sourceFile } from "../../src/compiler/source/source-file.ts";
import { emitters } from "../../src/emitters/index.ts";
import { systemOf } from "../support/systems.ts";

const system = systemOf("tw-apps");
const instance = "terraform/modules/tw-instance";
const balancer = "terraform/modules/tw-loadbalancer";

type Tree = Readonly<Record<string, Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>>>;

const tree = async (path: string): Promise<Tree> => (await system.hcl(path)) as Tree;
const call = async (file: string, label: string) => (await tree(`terraform/${file}`)).module?.[label]?.[0] ?? {};
const resource = async (module: string, type: string, label = "main") =>
  ((await tree(`${module}/main.tf`)).resource as unknown as Record<string, Tree[string]>)[type]?.[label]?.[0] ?? {};

const names = (text: string): readonly string[] => [...text.matchAll(/^TF_VAR_(\w+)=/gm)].map(([, name = ""]) => name);

describe("the spec", () => {
  it.each(["dev", "test"])("S0-47 has nothing left to say about %s", (environment) =>
    expect(systemOf("tw-apps", { environment }).findings).toEqual([]),
  );

  it("S0-23 S0-21 warns of what the authors opened, and of what is dead, until it is accepted", () => {
    const overlay = "policy: {accept: {admin-port-open: null, dashboard-open: null, end-of-life: null}}";
    expect(systemOf("tw-apps", { overlay }).findings.toSorted()).toEqual([
      "admin-port-open firewall.world-to-ssh.from.0",
      "dashboard-open firewall.world-to-http-8080.from.0",
      "end-of-life cluster.fleet",
      "end-of-life images.coreos.name",
    ]);
  });

  it("S0-08 refuses durable volumes on a cluster that holds no data", () => {
    const overlay =
      "storage: {data: {kind: path, path: /data, runsOn: app}}\napps: {quotes: {volumes: [{of: data, path: /data}]}}";
    expect(systemOf("tw-apps", { overlay }).findings).toContain("fleet-volume apps.quotes.volumes.0");
  });

  it("S0-47 gives each environment names of its own", async () => {
    const other = systemOf("tw-apps", { environment: "test" });
    const [dev, test] = [system, other].map((each) => each.text("terraform/instances.tf"));
    expect([dev, test].map((text) => /dns_zone_name += "(.*)"/.exec(text ?? "")?.[1])).toEqual([
      "gce.norix.co.uk.",
      "test.gce.norix.co.uk.",
    ]);
    expect(other.text(`${instance}/main.tf`)).toContain('"vm-${var.role}-test-${index + 1}"');
    expect(other.text(`${balancer}/main.tf`)).toContain("tw-apps-test-");
  });
});

describe("the root module", () => {
  it("S0-10 S0-11 asks the environment where it works and as whom, and makes no project", async () => {
    expect(await system.block("provider", "google")).toMatchObject({
      credentials: "${file(pathexpand(var.credentials_file_path))}",
      project: "${var.project_name}",
      region: "${var.region}",
    });
    expect(await system.blocks("resource")).not.toContain("google_project");
    expect(system.text("terraform/versions.tf")).toContain('required_version = ">= 1.5.0"');
  });

  it("S0-12 has four inputs without a default, and an example that hands them in", async () => {
    const variables = Object.entries((await tree("terraform/variables.tf")).variable ?? {});
    const asked = variables.filter(([, [body]]) => body?.default === undefined && body?.sensitive !== true);
    const four = ["credentials_file_path", "project_name", "public_key_path", "region"];
    expect(asked.map(([name]) => name)).toEqual(four);
    expect(names(system.text("terraform/.secrets.example"))).toEqual([...four, "newsfeed_token"]);
    expect(system.text("terraform/.secrets.example")).toContain('TF_VAR_public_key_path="~/.ssh/id_rsa.pub"');
  });

  it("S0-13 loads them with direnv, and keeps them out of git", () => {
    const folder = mkdtempSync(join(tmpdir(), "specc-direnv-"));
    writeFileSync(join(folder, ".envrc"), system.text("terraform/.envrc"));
    writeFileSync(join(folder, ".secrets"), system.text("terraform/.secrets.example"));
    const environment = execFileSync("bash", ["-euc", ". ./.envrc; env"], {
      cwd: folder,
      env: { PATH: "/usr/bin:/bin", NEWSFEED_SERVICE_TOKEN: "a token" },
      encoding: "utf8",
    });
    expect(environment).toContain("TF_VAR_region=europe-west1\n");
    expect(environment).toContain("TF_VAR_newsfeed_token=a token\n");
    expect(names(environment)).toHaveLength(5);
    expect(system.text("terraform/.gitignore").split("\n")).toEqual(
      expect.arrayContaining(["/.secrets", "/thoughtworks-111111.json", "/*.tfstate"]),
    );
  });

  it("S0-16 S0-17 S0-18 S0-20 calls the module of the machines", async () => {
    expect(await call("instances.tf", "tw_instance")).toMatchObject({
      source: "./modules/tw-instance",
      instances: "${var.instances}",
      role: "app",
      environment: "dev",
      public_key_path: "${var.public_key_path}",
      dns_zone_name: "gce.norix.co.uk.",
      dns_resource_name: "norix",
    });
    expect(system.text("terraform/variables.tf")).toMatch(/variable "instances" {[^}]*default +=\s7\n/);
  });

  it("S0-21 S0-22 S0-23 S0-24 hands the firewall over as data", async () => {
    const rule = (name: string, port: string) => ({ name, protocol: "tcp", source_ips: ["0.0.0.0/0"], ports: [port] });
    expect((await call("instances.tf", "tw_instance")).fw_rules).toEqual([
      rule("world-to-http-80", "80"),
      rule("world-to-http-8080", "8080"),
      rule("world-to-ssh", "22"),
    ]);
    expect(await resource(instance, "google_compute_firewall", "rules")).toMatchObject({
      for_each: "${{ for rule in var.fw_rules : rule.name => rule }}",
      source_ranges: "${each.value.source_ips}",
    });
  });

  it("S0-20 S0-25 S0-26 calls the module of the balancer with what that of the machines tells", async () => {
    expect(await call("load-balancer.tf", "tw_loadbalancer_80")).toMatchObject({
      source: "./modules/tw-loadbalancer",
      name: "www",
      port: 80,
      instances: "${module.tw_instance.names}",
      zones: "${module.tw_instance.zones}",
      dns_zone_name: "gce.norix.co.uk.",
      dns_resource_name: "norix",
    });
    expect(Object.keys((await tree(`${instance}/outputs.tf`)).output ?? {})).toEqual(
      expect.arrayContaining(["names", "zones"]),
    );
  });

  it("S0-30 makes the managed zone only when it is told to", async () => {
    expect(await system.blocks("resource")).not.toContain("google_dns_managed_zone.norix");
    const managed = systemOf("tw-apps", { overlay: "dns: {norix: {managed: true}}" });
    expect(await managed.block("resource", "google_dns_managed_zone", "norix")).toMatchObject({
      name: "norix",
      dns_name: "gce.norix.co.uk.",
    });
    expect(managed.text("terraform/instances.tf")).toContain("google_dns_managed_zone.norix.dns_name");
  });

  it("S0-02 S0-45 changes nothing but what an operator edits", () => {
    const changed = (asked: Parameters<typeof systemOf>[1]) => {
      const other = systemOf("tw-apps", asked);
      return system.paths.filter((path) => path.startsWith("terraform/") && other.text(path) !== system.text(path));
    };
    for (const instances of ["2", "9"])
      expect(changed({ variables: { instances } })).toEqual(["terraform/variables.tf"]);
    expect(changed({ variables: { project_name: "another" } })).toEqual(["terraform/.secrets.example"]);
    expect(changed({ variables: { public_key_path: "~/.ssh/other.pub" } })).toEqual(["terraform/.secrets.example"]);
  });
});

describe("the module of the machines", () => {
  it("S0-09 S0-14 S0-31 boots the public image, with the operator's key and an address of its own", async () => {
    const machine = await resource(instance, "google_compute_instance");
    expect(machine).toMatchObject({
      boot_disk: [{ initialize_params: [{ image: "coreos-stable" }] }],
      network_interface: [{ network: "default", access_config: [{}] }],
      machine_type: "n1-standard-1",
      metadata: { "ssh-keys": "core:${trimspace(file(pathexpand(var.public_key_path)))}" },
      tags: ["${local.tag}"],
      labels: { role: "${var.role}", environment: "${var.environment}" },
    });
  });

  it("S0-19 calls machines by their role and number", () =>
    expect(system.text(`${instance}/main.tf`)).toContain(
      '[for index in range(var.instances) : "vm-${var.role}-${index + 1}"]',
    ));

  it("S0-29 S0-33 gives each machine a record with its public address", async () =>
    expect(await resource(instance, "google_dns_record_set")).toMatchObject({
      count: "${var.instances}",
      name: "${local.names[count.index]}.${var.dns_zone_name}",
      ttl: 15,
      rrdatas: ["${google_compute_instance.main[count.index].network_interface[0].access_config[0].nat_ip}"],
    }));

  it("S0-32 fetches a token for as many members, and keeps it", async () => {
    const { data } = await tree(`${instance}/main.tf`);
    expect((data as unknown as Record<string, Tree[string]>).http?.etcd_token?.[0]).toMatchObject({
      url: "https://discovery.etcd.io/new?size=${var.instances}",
    });
    expect(await resource(instance, "terraform_data", "etcd_token")).toMatchObject({
      lifecycle: [{ ignore_changes: ["${input}"] }],
    });
    expect(system.text(`${instance}/main.tf`)).toContain("discovery_url = terraform_data.etcd_token.output");
  });
});

describe("the module of the balancer", () => {
  it("S0-27 forwards a port to all machines that answer", async () => {
    expect(await resource(balancer, "google_compute_forwarding_rule")).toMatchObject({
      load_balancing_scheme: "EXTERNAL",
      port_range: "${var.port}",
      target: "${google_compute_target_pool.main.id}",
    });
    expect(await resource(balancer, "google_compute_target_pool")).toMatchObject({
      instances: '${[for index, name in var.instances : "${var.zones[index]}/${name}"]}',
    });
    expect(await resource(balancer, "google_compute_http_health_check")).toMatchObject({
      request_path: "/",
      check_interval_sec: 5,
      timeout_sec: 3,
      healthy_threshold: 2,
      unhealthy_threshold: 3,
    });
  });

  it("S0-28 S0-33 has a name with its address", async () =>
    expect(await resource(balancer, "google_dns_record_set")).toMatchObject({
      name: "${var.name}.${var.dns_zone_name}",
      type: "A",
      ttl: 15,
      rrdatas: ["${google_compute_forwarding_rule.main.ip_address}"],
    }));
});

describe("whoever reads it", () => {
  it("S0-44 may keep what the developers own in a file of its own", () => {
    const path = "specs/tw-apps.yaml";
    const whole = parseYaml(readFileSync(path, "utf8")) as Readonly<Record<string, unknown>>;
    const { apps, secrets, ...rest } = whole;
    const files = new Map([
      ["specs/apps.yaml", stringify({ specc: 1, apps, secrets })],
      [path, stringify({ extends: ["specs/apps.yaml"], ...rest })],
    ]);
    const split = compile(path, (file) => sourceFile(file, files.get(file) ?? ""), {}, emitters);
    const textsOf = (compilation: Compilation) =>
      [...compilation.files].map(([file, { printed }]) => [file, printed.text] as const);
    expect(split.diagnostics).toEqual([]);
    expect(textsOf(split)).toEqual(textsOf(system.compilation));
  });
});
