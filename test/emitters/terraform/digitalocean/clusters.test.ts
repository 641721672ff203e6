import { describe, expect, it } from "vitest";
import { blockOf, findingsOf, moduleOf } from "../module.ts";
import { there } from "./fragment.ts";

const fragment = (cluster: string, nodes = "count: 2", more = ""): string =>
  `cluster: {main: {kind: kubernetes, ${cluster}}}\ninstances: {nodes: {${nodes}}}\n${more}`;

const cluster = (...words: Parameters<typeof fragment>): string =>
  blockOf(moduleOf(there(fragment(...words))), 'resource "digitalocean_kubernetes_cluster" "main"');

describe("a cluster", () => {
  it("has its first nodes within, and a control plane for those who are named", () => {
    expect(cluster('version: "1.34", api: {from: [203.0.113.0/24]}', "count: 3, size: s-4vcpu-8gb"))
      .toMatchInlineSnapshot(`
      "resource "digitalocean_kubernetes_cluster" "main" {
        name                             = "shop-dev-main"
        region                           = local.region
        version                          = data.digitalocean_kubernetes_versions.main.latest_version
        vpc_uuid                         = digitalocean_vpc.main.id
        ha                               = false
        auto_upgrade                     = true
        surge_upgrade                    = true
        destroy_all_associated_resources = false
        tags                             = local.tags

        control_plane_firewall {
          enabled           = true
          allowed_addresses = ["203.0.113.0/24"]
        }

        maintenance_policy {
          day        = "sunday"
          start_time = "04:00"
        }

        node_pool {
          name       = "shop-dev-nodes"
          size       = "s-4vcpu-8gb"
          node_count = 3
          tags       = local.tags
        }

        lifecycle {
          ignore_changes = [version]
        }
      }"
    `);
  });

  it("has a control plane for its network alone when nobody is named, and no firewall when everybody is", () => {
    expect(cluster("nodes: [nodes]")).toContain("allowed_addresses = [digitalocean_vpc.main.ip_range]");
    expect(cluster("api: {from: [any]}")).not.toContain("control_plane_firewall");
  });

  it("is doubled in production", () => {
    expect(cluster("api: {from: [internal]}", "count: 2", "environment: prod")).toMatch(/ha += true/);
    expect(cluster("api: {from: [internal]}")).toMatch(/ha += false/);
  });

  it("has further pools beside it, which may grow", () => {
    const module = moduleOf(
      there(
        "cluster: {main: {kind: kubernetes, nodes: [nodes, more], api: {from: [internal]}}}\ninstances: {nodes: {}, more: {}}\nscaling: {more: {max: 5}}",
      ),
    );
    expect(blockOf(module, 'resource "digitalocean_kubernetes_node_pool" "more"')).toMatch(
      /auto_scale += true\n +min_nodes += 1\n +max_nodes += 5/,
    );
  });

  it("alone is let through to the databases that its apps use", () => {
    const module = moduleOf(
      there(
        fragment(
          "api: {from: [internal]}",
          "count: 2",
          'database: {main: {engine: postgres, version: "16"}}\napps: {web: {image: acme/web:1.0.0, env: {DB: "${database.main.url}"}}}',
        ),
      ),
    );
    expect(blockOf(module, 'resource "digitalocean_database_firewall" "main"')).toMatch(
      /type  = "k8s"\n +value = digitalocean_kubernetes_cluster\.main\.id/,
    );
  });

  it("has no machines that are taken back", () => {
    expect(findingsOf(there(fragment("api: {from: [internal]}", "preemptible: true")))).toContain(
      "no-target-emits instances.nodes.preemptible",
    );
  });
});
