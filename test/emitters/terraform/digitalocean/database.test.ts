import { describe, expect, it } from "vitest";
import { blockOf, findingsOf, labelsOf, moduleOf } from "../module.ts";
import { there } from "./fragment.ts";

const reading = (database: string, attribute = "url"): string =>
  there(
    `instances: {web: {}}\napps: {web: {image: "acme/web:1", runsOn: web, env: {D: "\${database.main.${attribute}}"}}}\ndatabase: {main: {${database}}}`,
  );

describe("a database", () => {
  const module = moduleOf(reading('engine: postgres, version: "16"'));

  it("is a cluster in the network", () => {
    expect(blockOf(module, 'resource "digitalocean_database_cluster" "main"')).toMatchInlineSnapshot(`
      "resource "digitalocean_database_cluster" "main" {
        name                 = "shop-dev-main"
        engine               = "pg"
        version              = "16"
        size                 = "db-s-1vcpu-1gb"
        region               = local.region
        node_count           = 1
        private_network_uuid = digitalocean_vpc.main.id
        tags                 = local.tags
      }"
    `);
    expect(blockOf(module, 'resource "digitalocean_database_db" "main"')).toContain('name       = "shop"');
  });

  it("admits the machines of its readers", () => {
    expect(blockOf(module, 'resource "digitalocean_database_firewall" "main"')).toMatchInlineSnapshot(`
      "resource "digitalocean_database_firewall" "main" {
        cluster_id = digitalocean_database_cluster.main.id

        rule {
          type  = "tag"
          value = digitalocean_tag.web.name
        }
      }"
    `);
  });

  it("admits nobody where nobody reads it", () => {
    const unread = moduleOf(there('instances: {web: {}}\ndatabase: {main: {engine: postgres, version: "16"}}'));
    expect(blockOf(unread, 'resource "digitalocean_database_firewall" "main"')).toContain(
      "value = digitalocean_tag.main_nobody.name",
    );
    expect(labelsOf(unread, "digitalocean_tag")).toContain("main_nobody");
  });

  it("admits what a rule says", () => {
    const fragment = there(
      'instances: {web: {}}\ndatabase: {main: {engine: postgres, version: "16"}}\nfirewall: {dba: {from: [192.0.2.7/32, 192.0.2.64/26, instances.web, internal], to: [database.main], allow: [5432/tcp]}}',
    );
    const firewall = blockOf(moduleOf(fragment), 'resource "digitalocean_database_firewall" "main"');
    expect([...firewall.matchAll(/value = (.*)/g)].map(([, value]) => value)).toEqual([
      '"192.0.2.7"',
      '"192.0.2.64/26"',
      "digitalocean_tag.web.name",
      "digitalocean_vpc.main.ip_range",
    ]);
  });

  it("of PostgreSQL is used by the cluster's own user, who may make tables", () => {
    expect(labelsOf(module, "digitalocean_database_user")).toEqual([]);
    expect(module.get("settings.tf")).toContain(
      "postgres://${digitalocean_database_cluster.main.user}:${digitalocean_database_cluster.main.password}@${digitalocean_database_cluster.main.private_host}:${digitalocean_database_cluster.main.port}/${digitalocean_database_db.main.name}?sslmode=require",
    );
  });

  it("of MySQL has a user of its own", () => {
    const mysql = moduleOf(reading('engine: mysql, version: "8.0"'));
    expect(blockOf(mysql, 'resource "digitalocean_database_cluster" "main"')).toContain('"8"');
    expect(mysql.get("settings.tf")).toContain("mysql://${digitalocean_database_user.main.name}:");
  });

  it.each([
    ["", "db-s-1vcpu-1gb", "1"],
    [", resources: {cpu: 2, memory: 4GiB}", "db-s-2vcpu-4gb", "1"],
    [", size: gd-2vcpu-8gb", "gd-2vcpu-8gb", "1"],
    [", ha: true", "db-s-1vcpu-2gb", "2"],
  ])("with %s is a %s of %s", (asked, size, nodes) => {
    const cluster = blockOf(
      moduleOf(reading(`engine: postgres, version: "16"${asked}`)),
      'resource "digitalocean_database_cluster" "main"',
    );
    expect(cluster.match(/size +=\s"(.*)"/)?.[1]).toBe(size);
    expect(cluster.match(/node_count +=\s(.*)/)?.[1]).toBe(nodes);
  });

  it("has the storage that is asked for, in steps that are sold", () => {
    const cluster = (disk: string): string =>
      blockOf(
        moduleOf(reading(`engine: postgres, version: "16"${disk}`)),
        'resource "digitalocean_database_cluster" "main"',
      );
    expect(cluster(", disk: 65GiB")).toContain('storage_size_mib     = "71680"');
    expect(cluster("")).not.toContain("storage_size_mib");
  });

  it("with a standby is not destroyed by accident", () => {
    const module = moduleOf(reading('engine: postgres, version: "16", ha: true'));
    expect(blockOf(module, 'resource "digitalocean_database_cluster" "main"')).toContain("prevent_destroy = true");
  });

  it.each([
    ["an engine that is not run", "digitalocean-database database.main.engine", 'engine: mariadb, version: "11"'],
    [
      "the name of another",
      "digitalocean-database database.main.name",
      'engine: postgres, version: "16", name: defaultdb',
    ],
    ["the user of another", "digitalocean-database database.main.user", 'engine: mysql, version: "8", user: doadmin'],
    [
      "a user without rights",
      "digitalocean-user-without-rights database.main.user",
      'engine: postgres, version: "16", user: web',
    ],
    [
      "more than there is",
      "terraform-no-size database.main.resources",
      'engine: postgres, version: "16", resources: {cpu: 500}',
    ],
  ])("has a word for %s", (_, finding, database) => expect(findingsOf(reading(database, "host"))).toContain(finding));
});
