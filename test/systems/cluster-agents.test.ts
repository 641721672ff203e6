import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { bootedFile } from "../support/first-boot.ts";
import { type Body, systemOf } from "../support/systems.ts";

const cluster = systemOf("cluster");

const modules: Readonly<Record<string, string>> = {
  servers: "consul-nomad",
  public: "nomad-workers",
  private: "nomad-workers",
};

const userData = (name: string): string =>
  cluster.text(`infrastructure/infra/modules/${modules[name]}/user-data/${name}.yaml.tftpl`);
const booted = (name: string, path: string): string => bootedFile(userData(name), path);

describe("cluster, the agents", () => {
  it("S4-12 S4-48 makes servers servers, as many as there are", () => {
    const consul = booted("servers", "/etc/consul.d/consul.hcl");
    expect(consul).toMatch(/^server += true$/m);
    expect(consul).toMatch(/^bootstrap_expect = 3$/m);
    expect(booted("servers", "/etc/nomad.d/nomad.hcl")).toMatch(
      /^server \{\n {2}enabled {10}= true\n {2}bootstrap_expect = 3\n\}$/m,
    );
    expect(booted("servers", "/etc/nomad.d/nomad.hcl")).not.toContain("client");
  });

  it("S4-12 refuses servers that cannot have a majority", () =>
    expect(systemOf("cluster", { overlay: "instances: {servers: {count: 4}}" }).findings).toContain(
      "even-quorum cluster.nomad.servers",
    ));

  it("S4-48 S4-49 makes workers clients that tell their labels", () => {
    for (const name of ["public", "private"]) {
      expect(booted(name, "/etc/consul.d/consul.hcl")).not.toMatch(/^server |bootstrap_expect/m);
      expect(booted(name, "/etc/nomad.d/nomad.hcl")).toContain(
        `client {\n  enabled = true\n\n  meta {\n    group  = "${name}"\n    subnet = "${name}"\n  }\n}`,
      );
    }
  });

  it("S4-14 lets every machine join by the tag, without a word of an address", () => {
    for (const name of ["servers", "public", "private"])
      expect(booted(name, "/etc/consul.d/consul.hcl")).toContain(
        '= ["provider=aws tag_key=consul-cluster tag_value=cluster-int"]',
      );
    expect(userData("public")).toContain("  - [systemctl, enable, --now, consul.service, nomad.service]");
  });

  it("S4-48 gives agents their secrets from the parameter store, and workers none of the servers'", async () => {
    for (const name of ["servers", "public", "private"]) {
      expect(booted(name, "/etc/consul.d/consul.hcl")).toContain('default_policy           = "deny"');
      expect(booted(name, "/usr/local/sbin/agent-secrets")).toContain('encrypt = "$gossip"');
    }
    expect(userData("public")).not.toContain("management");
    const { statement } = (await cluster.block("data", "aws_iam_policy_document", "public_instances")) as {
      statement: readonly Body[];
    };
    expect(statement.find(({ sid }) => sid === "Agents")).toMatchObject({
      actions: ["ssm:GetParameter"],
      resources: ["${var.parameters}/cluster/agents/*", "${var.parameters}/cluster/clients/*"],
    });
  });
});

describe("cluster, how agents know each other", () => {
  it("S4-12 S4-48 has an authority for each tool, and certificates with the names of roles", async () => {
    for (const [label, host] of [
      ["consul_server", "server.dc1.consul"],
      ["nomad_server", "server.global.nomad"],
      ["nomad_client", "client.global.nomad"],
    ] as const) {
      const [tool] = label.split("_");
      expect(await cluster.block("resource", "tls_self_signed_cert", `${tool}_ca`)).toMatchObject({
        is_ca_certificate: true,
      });
      expect(await cluster.block("resource", "tls_cert_request", label)).toMatchObject({
        dns_names: [host, "localhost"],
        private_key_pem: `\${tls_private_key.${label}.private_key_pem}`,
      });
      expect(await cluster.block("resource", "tls_locally_signed_cert", label)).toMatchObject({
        ca_cert_pem: `\${tls_self_signed_cert.${tool}_ca.cert_pem}`,
        ca_private_key_pem: `\${tls_private_key.${tool}_ca.private_key_pem}`,
      });
    }
  });

  it("S4-12 names servers of Consul after its datacenter", async () => {
    const other = systemOf("cluster", { overlay: "cluster: {nomad: {datacenter: dublin}}" });
    expect(await other.block("resource", "tls_cert_request", "consul_server")).toMatchObject({
      dns_names: ["server.dublin.consul", "localhost"],
    });
    expect(await other.block("resource", "tls_cert_request", "nomad_server")).toMatchObject({
      dns_names: ["server.global.nomad", "localhost"],
    });
  });

  it("S4-48 keeps private keys encrypted, those of servers with the servers, and those of authorities nowhere", async () => {
    const names = (await cluster.blocks("resource")).filter((name) => /^aws_ssm_parameter\..*_key$/.test(name));
    expect(names).not.toContain("aws_ssm_parameter.consul_ca_key");
    for (const [name, readers] of [
      ["consul_server_key", "servers"],
      ["nomad_server_key", "servers"],
      ["nomad_client_key", "clients"],
    ] as const)
      expect(await cluster.block("resource", "aws_ssm_parameter", name)).toEqual({
        name: `/cluster/int/cluster/${readers}/${name}`,
        type: "SecureString",
        value: `\${tls_private_key.${name.replace(/_key$/, "")}.private_key_pem}`,
      });
    for (const name of ["public", "private"]) expect(userData(name)).not.toContain("server_key");
    expect(userData("servers")).not.toContain("client_key");
  });

  it("S4-12 S4-48 lets servers of Consul believe none but agents, and sign what clients show", () => {
    const servers = booted("servers", "/etc/consul.d/consul.hcl");
    for (const line of ["verify_incoming = true", "verify_outgoing = true", "verify_server_hostname = true"])
      expect(servers).toContain(`  ${line}\n`);
    expect(servers).toContain("auto_encrypt {\n  allow_tls = true\n}");
    for (const name of ["public", "private"]) {
      const client = booted(name, "/etc/consul.d/consul.hcl");
      expect(client).toContain("verify_outgoing = true\n");
      expect(client).toContain("verify_server_hostname = true\n");
      expect(client).toContain("auto_encrypt {\n  tls = true\n}");
      expect(client).not.toContain("key_file");
    }
  });

  it("S4-12 S4-48 lets agents of Nomad speak by certificates, and operators through their tunnel", () => {
    for (const name of ["servers", "public", "private"]) {
      const tls = /^tls \{\n([^}]*)\}/m.exec(booted(name, "/etc/nomad.d/nomad.hcl"))?.[1] ?? "";
      expect(tls.split("\n").map((line) => line.trim().replace(/ +/g, " "))).toEqual([
        "http = false",
        "rpc = true",
        'ca_file = "/etc/nomad.d/ca.pem"',
        'cert_file = "/etc/nomad.d/agent.pem"',
        'key_file = "/etc/nomad.d/agent-key.pem"',
        "verify_server_hostname = true",
        "",
      ]);
    }
  });

  it("S4-12 waits for as many servers as an input says", async () => {
    const asked = systemOf("cluster", {
      overlay: 'vars: {servers: {default: 5}}\ninstances: {servers: {count: "${vars.servers}"}}',
    });
    const template = asked.text("infrastructure/infra/modules/consul-nomad/user-data/servers.yaml.tftpl");
    expect(bootedFile(template, "/etc/consul.d/consul.hcl")).toContain("bootstrap_expect = ${consul_servers}\n");
    expect(bootedFile(template, "/etc/nomad.d/nomad.hcl")).toContain("bootstrap_expect = ${nomad_servers}\n");
    const { user_data: given } = (await asked.block("resource", "aws_instance", "servers")) as { user_data: string };
    expect(given).toMatch(/consul_servers += var\.servers\n/);
    expect(given).toMatch(/nomad_servers += var\.servers\n/);
  });

  it("S4-33 takes the images of its builds from its own account alone", async () => {
    for (const name of ["consul_nomad", "nomad_workers"])
      expect(await cluster.block("data", "aws_ami", name)).toMatchObject({ owners: ["self"] });
  });
});

describe("cluster, what fetches the secrets", () => {
  const folder = mkdtempSync(join(tmpdir(), "specc-agents-"));
  afterAll(() => rmSync(folder, { recursive: true }));

  /** The program of a group below a folder of its own, on a machine whose rights hold from the third question on. */
  function run(name: string, rights: "late" | "never"): { readonly status: number | null; read(path: string): string } {
    const root = join(folder, `${name}-${rights}`);
    for (const path of ["bin", "etc/consul.d", "etc/nomad.d"]) mkdirSync(join(root, path), { recursive: true });
    const program = (path: string, lines: string): void =>
      writeFileSync(join(root, "bin", path), `#!/bin/sh\n${lines}\n`, { mode: 0o755 });
    const answer = 'while [ "$1" != --name ]; do shift; done; echo "value of $2"';
    program(
      "aws",
      rights === "late"
        ? `echo >>"${root}/asked"; [ "$(wc -l <"${root}/asked")" -gt 2 ] || exit 254; ${answer}`
        : "exit 254",
    );
    program("chown", "exit 0");
    program("sleep", "exit 0");
    const script = booted(name, "/usr/local/sbin/agent-secrets")
      .replace(/\$\{(\w+)\}/g, "$1")
      .replaceAll("/etc/", `${root}/etc/`);
    const { status } = spawnSync("sh", ["-c", script], {
      env: { PATH: `${join(root, "bin")}:${process.env["PATH"]}` },
    });
    return { status, read: (path) => readFileSync(join(root, "etc", path), "utf8") };
  }

  it("S4-14 S4-48 asks until the rights of a new machine hold, and puts each where the agent reads it", () => {
    const server = run("servers", "late");
    expect(server.status).toBe(0);
    expect(server.read("consul.d/secrets.hcl")).toContain('encrypt = "value of consul_gossip_key"');
    expect(server.read("consul.d/agent-key.pem")).toBe("value of consul_server_key\n");
    expect(server.read("nomad.d/agent.pem")).toBe("value of nomad_server_certificate\n");
    const worker = run("public", "late");
    expect(worker.status).toBe(0);
    expect(worker.read("consul.d/ca.pem")).toBe("value of consul_ca_certificate\n");
    expect(worker.read("nomad.d/agent-key.pem")).toBe("value of nomad_client_key\n");
  });

  it("S4-48 gives up on secrets that it may never read", () => expect(run("servers", "never").status).not.toBe(0));
});
