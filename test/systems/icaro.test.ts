import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { systemOf } from "../support/systems.ts";

const prod = systemOf("icaro");
const simple = systemOf("icaro", { environment: "simple" });

const groupsOf = (play: { readonly hosts: string; readonly roles: readonly string[] }): readonly [string, string[]] => [
  play.hosts,
  [...play.roles],
];

describe("the hotspots of hotels", () => {
  it("S2-01 are pages, backends and a MariaDB, which their portals call", () => {
    expect(prod.compilation.diagnostics).toEqual([]);
    const plays = parse(prod.text("ansible/playbook.yml")) as Parameters<typeof groupsOf>[0][];
    expect(plays.map(groupsOf)).toEqual([
      ["backend", ["apps_backend"]],
      ["database", ["database_icaro"]],
      ["frontend", ["proxy_proxy"]],
    ]);
    expect(prod.compilation.environment?.description?.value).toContain("coova-chilli");
  });

  it("S2-02 stand on one machine that Vagrant makes and the same playbook sets up", () => {
    const vagrantfile = simple.text("vagrant/Vagrantfile");
    expect(vagrantfile).toContain('config.vm.provision "ansible"');
    expect(vagrantfile).toContain('droplet.token = ENV["DIGITALOCEAN_TOKEN"]');
    expect(parse(simple.text("ansible/group_vars/all.yml"))).toMatchObject({ version: "v1" });
    expect(simple.text("runbook/simple-deploy.sh")).toContain("vagrant up --provider digital_ocean");
  });

  it("S2-02 keep the password of their database out of every file", () => {
    const { "ansible.builtin.copy": copy, no_log: hidden } = (
      parse(simple.text("ansible/roles/database_icaro/tasks/main.yml")) as Record<string, Record<string, unknown>>[]
    ).find(({ name }) => String(name) === "Write the password of icaro") ?? { no_log: {} };
    expect(copy).toMatchObject({ content: "DATABASE_PASSWORD={{ database_icaro_password }}\n", mode: "0600" });
    expect(hidden).toBe(true);
    expect(simple.text("ansible/group_vars/all.yml")).toContain("lookup('ansible.builtin.password', '~/");
    expect(simple.text("ansible/roles/database_icaro/files/server.cnf")).toContain("bind-address = 127.0.0.1");
  });

  it("S2-03 have a frontend, two backends and a database of their own in production", async () => {
    const count = async (group: string) => (await prod.block("resource", "digitalocean_droplet", group))?.count;
    expect([await count("frontend"), await count("backend"), await count("database")]).toEqual([1, 2, 1]);
    expect(prod.paths.filter((path) => path.startsWith("packer/"))).toEqual([
      "packer/backend.json",
      "packer/database.json",
      "packer/frontend.json",
    ]);
    expect(prod.text("ansible/roles/proxy_proxy/files/conf.d/upstreams.conf")).toContain(
      "server backend-2.icaro.example.com:8080;",
    );
  });

  it("S2-03 let in the proxy to the backends, and the backends to the database", async () => {
    const rules = async (group: string) => (await prod.block("resource", "digitalocean_firewall", group))?.inbound_rule;
    expect(await rules("frontend")).toMatchObject([{ port_range: "80", source_addresses: ["0.0.0.0/0", "::/0"] }]);
    expect(await rules("backend")).toMatchObject([
      { port_range: "8080", source_tags: ["${digitalocean_tag.frontend.name}"] },
    ]);
    expect(await rules("database")).toMatchObject([
      { port_range: "3306", source_tags: ["${digitalocean_tag.backend.name}"] },
    ]);
  });

  it("S2-62 are set up by one playbook, whoever calls it", () => {
    expect(prod.text("packer/backend.json")).toContain("{{template_dir}}/../ansible/playbook.yml");
    expect(simple.text("vagrant/Vagrantfile")).toContain('ansible.playbook = "../ansible/playbook.yml"');
    const unit = (text: string): string => text.replace(/^#.*/, "");
    expect(unit(simple.text("ansible/roles/apps_hotel/files/backends.service"))).toBe(
      unit(prod.text("ansible/roles/apps_backend/files/backends.service")),
    );
  });
});
