import { describe, expect, it } from "vitest";
import { blockOf, labelsOf, moduleOf } from "../module.ts";
import { there } from "./fragment.ts";

describe("machines", () => {
  const module = moduleOf(there('instances: {web: {count: 2}}\napps: {web: {image: "acme/web:1", runsOn: web}}'));

  it("are droplets with a tag, guarded before they are there", () => {
    expect(blockOf(module, 'resource "digitalocean_droplet" "web"')).toMatchInlineSnapshot(`
      "resource "digitalocean_droplet" "web" {
        count    = 2
        name     = "shop-dev-web-\${count.index + 1}"
        image    = "ubuntu-24-04-x64"
        size     = "s-1vcpu-2gb"
        region   = local.region
        vpc_uuid = digitalocean_vpc.main.id
        ssh_keys = data.digitalocean_ssh_keys.account.ssh_keys[*].fingerprint
        tags     = concat(local.tags, [digitalocean_tag.web.name])

        user_data = templatefile("\${path.module}/user-data/web.yaml.tftpl", {
          web_image = "acme/web:1"
        })

        monitoring = true
        depends_on = [digitalocean_firewall.web]

        lifecycle {
          create_before_destroy = true
          ignore_changes        = [ssh_keys]
        }
      }"
    `);
    expect(blockOf(module, 'resource "digitalocean_tag" "web"')).toMatchInlineSnapshot(`
      "resource "digitalocean_tag" "web" {
        name = "shop-dev-web"
      }"
    `);
  });

  it("have volumes beside the disk of their size", () => {
    const disks = "{root: {size: 100GiB}, data: {size: 20GiB}}";
    const stored = moduleOf(there(`instances: {web: {count: 2, disks: ${disks}}}`));
    expect(blockOf(stored, 'resource "digitalocean_droplet" "web"')).toMatch(/size +=\s"s-4vcpu-8gb"/);
    expect(blockOf(stored, 'resource "digitalocean_volume" "web_data"')).toMatchInlineSnapshot(`
      "resource "digitalocean_volume" "web_data" {
        count  = 2
        name   = "shop-dev-web-data-\${count.index + 1}"
        region = local.region
        size   = 20
        tags   = local.tags
      }"
    `);
    expect(blockOf(stored, 'resource "digitalocean_volume_attachment" "web_data"')).toMatchInlineSnapshot(`
      "resource "digitalocean_volume_attachment" "web_data" {
        count      = 2
        droplet_id = digitalocean_droplet.web[count.index].id
        volume_id  = digitalocean_volume.web_data[count.index].id
      }"
    `);
  });

  it("boot the newest build of ours", () => {
    const built = moduleOf(
      there("images: {node: {kind: machine, base: ubuntu-24.04, builder: packer}}\ninstances: {web: {image: node}}"),
    );
    expect(blockOf(built, 'data "digitalocean_droplet_snapshot" "node"')).toMatchInlineSnapshot(`
      "data "digitalocean_droplet_snapshot" "node" {
        name_regex  = "^shop-dev-node-"
        region      = local.region
        most_recent = true
      }"
    `);
    expect(blockOf(built, 'resource "digitalocean_droplet" "web"')).toMatch(
      /image +=\sdata\.digitalocean_droplet_snapshot\.node\.id/,
    );
  });

  it("come and go in a pool", () => {
    const scaled = moduleOf(there("instances: {web: {}}\nscaling: {web: {min: 2, max: 5, cpu: 70%}}"));
    expect(labelsOf(scaled, "digitalocean_droplet")).toEqual([]);
    expect(blockOf(scaled, 'resource "digitalocean_droplet_autoscale" "web"')).toMatchInlineSnapshot(`
      "resource "digitalocean_droplet_autoscale" "web" {
        name       = "shop-dev-web"
        depends_on = [digitalocean_firewall.web]

        config {
          min_instances          = 2
          max_instances          = 5
          target_cpu_utilization = 0.7
        }

        droplet_template {
          image              = "ubuntu-24-04-x64"
          size               = "s-1vcpu-2gb"
          region             = local.region
          vpc_uuid           = digitalocean_vpc.main.id
          ssh_keys           = data.digitalocean_ssh_keys.account.ssh_keys[*].fingerprint
          tags               = concat(local.tags, [digitalocean_tag.web.name])
          user_data          = templatefile("\${path.module}/user-data/web.yaml.tftpl", {})
          with_droplet_agent = true
        }
      }"
    `);
  });
});

describe("the size of a machine", () => {
  const sizeOf = (asked: string): string | undefined =>
    blockOf(moduleOf(there(`instances: {web: ${asked}}`)), 'resource "digitalocean_droplet" "web"').match(
      /size +=\s"(.*)"/,
    )?.[1];

  it.each([
    ["{}", "s-1vcpu-2gb"],
    ["{resources: {cpu: 1, memory: 512MiB}}", "s-1vcpu-512mb-10gb"],
    ["{resources: {cpu: 2, memory: 4GiB}}", "s-2vcpu-4gb"],
    ["{resources: {memory: 16GiB}}", "m-2vcpu-16gb"],
    ["{resources: {cpu: 4, memory: 16GiB}}", "s-8vcpu-16gb"],
    ["{resources: {cpu: 1}, disks: {root: {size: 60GiB}}}", "s-2vcpu-2gb"],
    ["{size: c-2}", "c-2"],
  ])("that asks for %s is %s", (asked, expected) => expect(sizeOf(asked)).toBe(expected));
});

describe("a network", () => {
  it("is one of our own, on addresses that are free", () => {
    expect(blockOf(moduleOf(there("instances: {web: {}}")), 'resource "digitalocean_vpc" "main"'))
      .toMatchInlineSnapshot(`
      "resource "digitalocean_vpc" "main" {
        name   = "shop-dev-main"
        region = local.region
      }"
    `);
  });

  it("has the addresses that are asked for", () => {
    const module = moduleOf(there("network: {main: {cidr: 10.20.0.0/16}}\ninstances: {web: {}}"));
    expect(blockOf(module, 'resource "digitalocean_vpc" "main"')).toContain('ip_range = "10.20.0.0/16"');
  });

  it("may be the region's", () => {
    const module = moduleOf(there("network: {main: {kind: provider-default}}\ninstances: {web: {}}"));
    expect(blockOf(module, 'data "digitalocean_vpc" "main"')).toContain("region = local.region");
    expect(blockOf(module, 'resource "digitalocean_droplet" "web"')).toContain("data.digitalocean_vpc.main.id");
  });
});
