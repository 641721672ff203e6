import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { addressRange } from "../../src/compiler/environment/address-range.ts";
import { standIn } from "../support/stand-in.ts";
import { systemOf } from "../support/systems.ts";

const prod = systemOf("lap");

/** The records of a zone, as `name type data`. */
const recordsOf = (system: typeof prod, zone: string): readonly string[] =>
  system
    .text(`bind/db.${zone}`)
    .split("\n")
    .filter((line) => / IN /.test(line))
    .map((line) => line.replace(/ IN /, " ").replace(/ +/g, " "));

describe("its environments", () => {
  const shared = (environment: string, overlay: string): readonly string[] =>
    systemOf("lap", { environment, overlay }).findings.filter((finding) => finding.startsWith("environment-"));

  it("S1-05 run at once, each on a node of its own", () => {
    const node = (address: string): string => `instances: {master: {address: ${address}}}`;
    expect(shared("test", node("192.168.0.13"))).toEqual([]);
    expect(shared("test", node("192.168.0.11"))).toEqual(["environment-address-shared instances.master.address"]);
    expect(shared("prod", node("192.168.0.12"))).toEqual(["environment-address-shared instances.master.address"]);
  });

  it("S1-05 S1-06 have no service that could be taken for that of another", () => {
    expect(shared("test", "vars: {services: internal}")).toEqual([
      "environment-name-shared apps.cd.routes.0.host",
      "environment-name-shared apps.trac.routes.0.host",
      "environment-name-shared apps.git.hostname",
      "environment-name-shared apps.registry.hostname",
    ]);
    expect(shared("test", "instances: {master: {hostname: master.node.internal}}")).toEqual([
      "environment-name-shared instances.master.hostname",
    ]);
  });
});

describe("the zones of the office", () => {
  const internal = recordsOf(prod, "internal");

  it("S1-13 take updates from who has the key", () => {
    const conf = prod.text("bind/named.conf");
    expect(conf).toContain('zone "node.internal" {');
    expect(conf.match(/allow-update \{ key "dnskey"; \};/g)).toHaveLength(2);
    expect(conf).toContain('include "dnskey.key";');
  });

  it("S1-14 name the hosts below host.internal", () => {
    expect(internal).toContain("office.host A 192.168.0.10");
  });

  it("S1-15 name the nodes below node.internal, where workers register themselves", () => {
    expect(recordsOf(prod, "node.internal")).toContain("master A 192.168.0.11");
  });

  it("S1-16 let workstations register by first and last name", () => {
    const machine = standIn(prod, {
      nsupdate: "cat > $STAND_IN/update",
      ip: "echo '192.168.0.11 src 192.168.0.77 uid'",
    });
    const register = (name: string) => machine.run("bind/register.sh", "dnskey.key", name).status;
    expect(register("ada-lovelace.pc.internal")).toBe(0);
    expect(register("ada-lovelace-notebook.pc.internal")).toBe(0);
    expect(register("ada.pc.internal")).toBe(64);
    expect(register("ada-lovelace.pc.internal\nupdate delete git.internal")).toBe(64);
  });

  it("S1-17 name git.internal", () => expect(internal).toContain("git A 192.168.0.11"));

  it("S1-18 name trac.internal", () => expect(internal).toContain("trac A 192.168.0.11"));

  it("S1-19 name cd.internal", () => expect(internal).toContain("cd A 192.168.0.11"));

  it("S1-20 name ubuntu.cache.internal once there is a cache", () => {
    const cached = systemOf("lap", { overlay: "apps: {apt-cache: {enabled: true}}" });
    expect(recordsOf(cached, "internal")).toContain("ubuntu.cache A 192.168.0.11");
  });

  it("S1-21 name docker.internal, where the registry is published on port 5000", () => {
    expect(internal).toContain("docker A 192.168.0.11");
    expect(prod.text("docker/infra/containers.sh")).toContain("--publish 5000:5000");
  });

  it.each(["maven", "artifact"])("S1-22 S1-23 name a repository once it is there: %s", (name) => {
    const enabled = systemOf("lap", { overlay: `apps: {${name}: {enabled: true}}` });
    expect(recordsOf(enabled, "internal")).toContain(`${name} A 192.168.0.11`);
    expect(enabled.text("docker/infra/containers.sh")).toContain(`--volume /data/${name}:/data`);
    expect(internal.join("\n")).not.toContain(name);
  });

  it("S1-24 name backup.internal", () => expect(internal).toContain("backup A 192.168.0.20"));

  it("S1-25 keep the names of services for production", () => {
    const test = recordsOf(systemOf("lap", { environment: "test" }), "internal").join("\n");
    for (const name of ["git", "trac", "cd", "docker"]) expect(test).not.toMatch(new RegExp(`^${name} `, "m"));
    expect(test).toContain("office.host A 192.168.0.10");
  });

  it("lead back from addresses to names", () => {
    expect(recordsOf(prod, "0.168.192.in-addr.arpa")).toContain("11 PTR master.node.internal.");
  });

  it("S1-71 have a key of HMAC-SHA256 with 256 bits, made once and in no file of the output", () => {
    const machine = standIn(prod);
    const folder = join(machine.folder, "data");
    const key = () => readFileSync(join(folder, "dnskey.key"), "utf8");
    expect(machine.run("bind/prepare.sh", folder).status).toBe(0);
    const first = key();
    const [, secret = ""] =
      /^key "dnskey" \{\n {4}algorithm hmac-sha256;\n {4}secret "([^"]+)";\n\};\n$/.exec(first) ?? [];
    expect(Buffer.from(secret, "base64")).toHaveLength(32);
    machine.run("bind/prepare.sh", folder);
    expect(key()).toBe(first);
    for (const { printed } of prod.compilation.files.values())
      expect(printed.text).not.toMatch(/secret "[A-Za-z0-9+/=]{20,}"/);
  });

  it("S1-74 register a machine by nsupdate, and say how it asks", () => {
    const machine = standIn(prod, {
      nsupdate: "cat > $STAND_IN/update",
      ip: "echo '192.168.0.11 dev eth0 src 192.168.0.77 uid 0'",
    });
    const { output } = machine.run("bind/register.sh", "/root/dnskey.key", "worker-1.node.internal");
    expect(machine.calls()).toContain("nsupdate -k /root/dnskey.key");
    expect(readFileSync(join(machine.folder, "update"), "utf8")).toBe(
      "server 192.168.0.11\nupdate delete worker-1.node.internal. A\n" +
        "update add worker-1.node.internal. 300 A 192.168.0.77\nsend\n",
    );
    expect(output).toContain("192.168.0.11");
  });
});

describe("the addresses of the office", () => {
  const [{ Dhcp4 }] = prod.yaml("dhcp/kea-dhcp4.json") as [{ Dhcp4: { subnet4: [Lease] } }];
  const [lease] = Dhcp4.subnet4;
  const told = (name: string) => lease["option-data"].find((option) => option.name === name)?.data;

  it("S1-08 lead out by the router", () => expect(told("routers")).toBe("192.168.0.1"));

  it("S1-10 are lent from .30 to .250, which are 221", () => {
    const [{ pool }] = lease.pools;
    expect(pool).toBe("192.168.0.30 - 192.168.0.250");
    const { first, last } = addressRange(pool.replaceAll(" ", ""));
    expect(last - first + 1).toBe(221);
  });

  it("S1-12 come with the master as name server", () => {
    expect(told("domain-name-servers")).toBe("192.168.0.11");
    const test = systemOf("lap", { environment: "test" }).text("dhcp/kea-dhcp4.json");
    expect(test).toContain('"192.168.0.12"');
  });

  it("S1-09 are fixed outside of what is lent, and never twice", () => {
    const moved = (address: string) =>
      systemOf("lap", { overlay: `instances: {master: {address: ${address}}}` }).findings;
    expect(moved("192.168.0.40")).toContain("address-lent instances.master.address");
    expect(moved("192.168.0.10").some((finding) => finding.startsWith("address-taken"))).toBe(true);
  });
});

interface Lease {
  readonly pools: [{ readonly pool: string }];
  readonly "option-data": readonly { readonly name: string; readonly data: string }[];
}

describe("environments", () => {
  it("S1-02 S1-43 are the office's production and a test of its own", () => {
    expect(prod.findings).toEqual([]);
    const test = systemOf("lap", { environment: "test" });
    expect(test.findings).toEqual([]);
    expect(test.text("bind/db.node.internal")).toContain("test IN A   192.168.0.12");
  });
});
