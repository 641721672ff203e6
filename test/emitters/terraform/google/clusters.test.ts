import { describe, expect, it } from "vitest";
import { blockOf, labelsOf, type moduleOf } from "../module.ts";
import { findingsOnGoogle, onGoogle } from "./module.ts";

type Module = ReturnType<typeof moduleOf>;

const clustered = (cluster: string, nodes = "count: 2", more = ""): Module =>
  onGoogle(`cluster: {main: {kind: kubernetes, ${cluster}}}\ninstances: {nodes: {${nodes}}}\n${more}`);

const cluster = (module: Module): string => blockOf(module, 'resource "google_container_cluster" "main"');
const pool = (module: Module): string => blockOf(module, 'resource "google_container_node_pool" "nodes"');
const nodes = (written: string, more = ""): string => pool(clustered("api: {from: [internal]}", written, more));

describe("a cluster", () => {
  it("is private, kept up and ruled by those who are named", () => {
    expect(cluster(clustered('version: "1.34", api: {from: [203.0.113.0/24]}'))).toMatchInlineSnapshot(`
      "resource "google_container_cluster" "main" {
        name                     = "shop-dev-main"
        location                 = "europe-west1"
        node_locations           = local.main_zones
        min_master_version       = "1.34"
        network                  = google_compute_network.main.id
        subnetwork               = google_compute_subnetwork.main.id
        datapath_provider        = "ADVANCED_DATAPATH"
        enable_shielded_nodes    = true
        remove_default_node_pool = true
        initial_node_count       = 1
        deletion_protection      = false
        depends_on               = [google_project_service.container, google_compute_router_nat.main]

        node_config {
          service_account = google_service_account.nodes.email
        }

        ip_allocation_policy {
          cluster_secondary_range_name  = "pods"
          services_secondary_range_name = "services"
        }

        private_cluster_config {
          enable_private_nodes    = true
          enable_private_endpoint = false
        }

        master_authorized_networks_config {
          cidr_blocks {
            cidr_block   = "203.0.113.0/24"
            display_name = "203.0.113.0/24"
          }
        }

        release_channel {
          channel = "REGULAR"
        }

        maintenance_policy {
          recurring_window {
            start_time = "2026-01-02T01:00:00Z"
            end_time   = "2026-01-02T07:00:00Z"
            recurrence = "FREQ=WEEKLY;BYDAY=FR,SA,SU"
          }
        }

        workload_identity_config {
          workload_pool = "acme-shop.svc.id.goog"
        }

        lifecycle {
          ignore_changes = [node_config]
        }
      }"
    `);
  });

  it("has a control plane without a public address when nobody from outside reaches it", () => {
    const inside = cluster(clustered("api: {from: [internal]}"));
    expect(inside).toMatch(/enable_private_endpoint = true/);
    expect(inside).toContain('cidr_block   = "10.0.0.0/16"');
    const nobody = cluster(clustered("nodes: [nodes]"));
    expect(nobody).toMatch(/enable_private_endpoint = true/);
    expect(nobody).toContain("master_authorized_networks_config {}");
  });

  it("is protected in production alone", () => {
    const at = (environment: string): string =>
      cluster(clustered("api: {from: [internal]}", "count: 2", `environment: ${environment}`));
    expect(at("prod")).toMatch(/deletion_protection += true/);
    expect(at("stage")).toMatch(/deletion_protection += false/);
  });

  it("has ranges of its network for pods and services", () => {
    expect(blockOf(clustered("api: {from: [internal]}"), 'resource "google_compute_subnetwork" "main"')).toContain(
      'ip_cidr_range = cidrsubnet("10.0.0.0/16", 3, 6)',
    );
  });

  it("has the ranges of the subnet that is laid out", () => {
    const network =
      "network: {main: {cidr: 10.8.0.0/13, subnets: {gke: {cidr: 10.10.0.0/16, pods: 10.11.0.0/16, services: 10.12.0.0/16}}}}";
    const module = clustered("api: {from: [internal]}", "count: 2, subnet: gke", network);
    expect(cluster(module)).toMatch(/subnetwork += google_compute_subnetwork\.main_gke\.id/);
    expect(blockOf(module, 'resource "google_compute_subnetwork" "main_gke"')).toMatch(
      /"pods"\n.*"10\.11\.0\.0\/16"[\s\S]*"services"\n.*"10\.12\.0\.0\/16"/,
    );
  });

  it("tells scripts how it is found", () => {
    const outputs = clustered("api: {from: [internal]}").get("outputs.tf") ?? "";
    expect([...outputs.matchAll(/output "(\w+)"/g)].map((match) => match[1])).toEqual([
      "cluster_main_name",
      "cluster_main_location",
      "project",
    ]);
  });
});

describe("nodes", () => {
  it("are shielded machines with an account that may little", () => {
    expect(nodes("count: 2, size: n1-highcpu-2, labels: {pool: main}")).toMatchInlineSnapshot(`
      "resource "google_container_node_pool" "nodes" {
        name           = "shop-dev-nodes"
        cluster        = google_container_cluster.main.id
        node_locations = local.main_zones
        node_count     = 1
        depends_on     = [google_project_iam_member.nodes]

        node_config {
          machine_type    = "n1-highcpu-2"
          disk_type       = "pd-balanced"
          disk_size_gb    = 50
          service_account = google_service_account.nodes.email
          oauth_scopes    = ["https://www.googleapis.com/auth/cloud-platform"]

          labels = {
            pool = "main"
          }

          metadata = {
            disable-legacy-endpoints = "true"
          }

          shielded_instance_config {
            enable_secure_boot          = true
            enable_integrity_monitoring = true
          }

          workload_metadata_config {
            mode = "GKE_METADATA"
          }
        }

        management {
          auto_repair  = true
          auto_upgrade = true
        }

        upgrade_settings {
          max_surge       = 1
          max_unavailable = 0
        }
      }"
    `);
    const module = clustered("api: {from: [internal]}");
    expect(blockOf(module, 'resource "google_project_iam_member" "nodes"')).toContain(
      '"roles/container.defaultNodeServiceAccount"',
    );
    expect(labelsOf(module, "google_compute_instance")).toEqual([]);
  });

  it("are as many in each zone", () => {
    expect(nodes("count: 4")).toMatch(/node_count += 2\n/);
    expect(nodes("count: 1")).toMatch(/node_locations = slice\(local\.main_zones, 0, 1\)\n +node_count += 1\n/);
    expect(
      findingsOnGoogle("cluster: {main: {kind: kubernetes, api: {from: [internal]}}}\ninstances: {nodes: {count: 3}}"),
    ).toEqual(["google-cluster cluster.main"]);
  });

  it("grow and shrink where they are scaled", () => {
    const scaled = nodes("count: 2", "scaling: {nodes: {max: 6}}");
    expect(scaled).toContain("total_max_node_count = 6");
    expect(scaled).toContain("total_min_node_count = 2");
    expect(scaled).not.toContain("node_count     =");
  });

  it("may be taken back", () => {
    expect(nodes("count: 2, preemptible: true")).toMatch(/spot += true/);
    expect(nodes("count: 2")).not.toContain("spot");
  });

  it("alone call the databases that their apps use", () => {
    const module = clustered(
      "api: {from: [internal]}",
      "count: 2",
      'database: {main: {engine: postgres, version: "16"}}\napps: {web: {image: acme/web:1.0.0, env: {DB: "${database.main.url}"}}}',
    );
    expect(blockOf(module, 'resource "google_compute_firewall" "main_readers"')).toContain(
      "target_service_accounts = [google_service_account.nodes.email]",
    );
  });
});

describe("machines that may be taken back", () => {
  it("stop when they are", () => {
    expect(
      blockOf(onGoogle("instances: {web: {preemptible: true}}"), 'resource "google_compute_instance" "web"'),
    ).toMatch(/scheduling \{\n +provisioning_model = "SPOT"\n +preemptible += true\n +automatic_restart += false/);
  });
});
