import { describe, expect, it } from "vitest";
import { blockOf, labelsOf } from "../module.ts";
import { onGoogle } from "./module.ts";

const fixed = onGoogle(`
vars: {machines: {default: 2, min: 1}}
instances: {web: {count: "\${vars.machines}", hostname: "web-\${self.index}.example.com", disks: {data: {size: 200GiB, kind: hdd}}}}
apps: {shop: {image: "ghcr.io/acme/shop:1", port: 8080, routes: [{host: shop.example.com}]}}
dns: {main: {domain: example.com, managed: false}}
outputs: {names: "\${instances.web.hostnames}"}
`);

const scaled = onGoogle(`
instances: {web: {resources: {cpu: 4, memory: 8GiB}, disks: {root: {size: 30GiB}}}}
apps: {shop: {image: "ghcr.io/acme/shop:1", port: 8080, health: {http: /ok, grace: 60s}, routes: [{host: shop.example.com}]}}
scaling: {web: {min: 2, max: 6, cpu: 60%}}
`);

describe("a fixed group", () => {
  it("is one resource with a count, private and spread over the zones", () => {
    expect(blockOf(fixed, 'resource "google_compute_instance" "web"')).toMatchInlineSnapshot(`
      "resource "google_compute_instance" "web" {
        count                     = var.machines
        name                      = "shop-dev-web-\${count.index + 1}"
        hostname                  = "web-\${count.index + 1}.example.com"
        zone                      = element(local.main_zones, count.index)
        machine_type              = "e2-small"
        allow_stopping_for_update = true

        metadata = {
          enable-oslogin = "TRUE"
          user-data      = terraform_data.web_user_data[count.index].output
        }

        depends_on = [google_compute_router_nat.main]

        boot_disk {
          initialize_params {
            image  = data.google_compute_image.ubuntu_24_04.self_link
            size   = 20
            type   = "pd-balanced"
            labels = local.labels
          }
        }

        attached_disk {
          source      = google_compute_disk.web_data[count.index].id
          device_name = "data"
        }

        network_interface {
          subnetwork = google_compute_subnetwork.main.id
        }

        service_account {
          email  = google_service_account.web.email
          scopes = ["cloud-platform"]
        }

        shielded_instance_config {
          enable_secure_boot          = true
          enable_vtpm                 = true
          enable_integrity_monitoring = true
        }

        lifecycle {
          replace_triggered_by = [terraform_data.web_user_data[count.index]]
          ignore_changes       = [boot_disk[0].initialize_params[0].image]
        }
      }"
    `);
  });

  it("is replaced when its user data change", () => {
    expect(blockOf(fixed, 'resource "terraform_data" "web_user_data"')).toMatchInlineSnapshot(`
      "resource "terraform_data" "web_user_data" {
        count = var.machines

        input = templatefile("\${path.module}/user-data/web.yaml.tftpl", {
          hostname   = "web-\${count.index + 1}.example.com"
          shop_image = "ghcr.io/acme/shop:1"
        })
      }"
    `);
  });

  it("gets disks of its own", () => {
    expect(blockOf(fixed, 'resource "google_compute_disk" "web_data"')).toMatchInlineSnapshot(`
      "resource "google_compute_disk" "web_data" {
        count = var.machines
        name  = "shop-dev-web-data-\${count.index + 1}"
        zone  = element(local.main_zones, count.index)
        size  = 200
        type  = "pd-standard"
      }"
    `);
  });

  it("stands behind a balancer zone by zone", () => {
    expect(blockOf(fixed, 'resource "google_compute_instance_group" "web"')).toMatchInlineSnapshot(`
      "resource "google_compute_instance_group" "web" {
        count   = 2
        name    = "shop-dev-web-\${count.index}"
        zone    = local.main_zones[count.index]
        network = google_compute_network.main.id

        named_port {
          name = "shop"
          port = 8080
        }
      }"
    `);
  });

  it("is written in anew when a machine is", () => {
    expect(blockOf(fixed, 'resource "google_compute_instance_group_membership" "web"')).toMatchInlineSnapshot(`
      "resource "google_compute_instance_group_membership" "web" {
        count          = var.machines
        instance_group = element(google_compute_instance_group.web[*].name, count.index)
        zone           = google_compute_instance.web[count.index].zone
        instance       = google_compute_instance.web[count.index].self_link
      }"
    `);
  });

  it("gets records for its names", () => {
    expect(blockOf(fixed, 'resource "google_dns_record_set" "web_machines"')).toMatchInlineSnapshot(`
      "resource "google_dns_record_set" "web_machines" {
        count        = var.machines
        managed_zone = local.main_zone
        name         = "web-\${count.index + 1}.example.com."
        type         = "A"
        ttl          = 300
        rrdatas      = [google_compute_instance.web[count.index].network_interface[0].network_ip]
      }"
    `);
    expect(blockOf(fixed, 'output "names"')).toContain(
      '[for index in range(var.machines) : "web-${index + 1}.example.com"]',
    );
  });
});

describe("a scaled group", () => {
  it("is made from a template", () => {
    expect(blockOf(scaled, 'resource "google_compute_instance_template" "web"')).toMatchInlineSnapshot(`
      "resource "google_compute_instance_template" "web" {
        name_prefix  = "shop-dev-web-"
        machine_type = "e2-standard-4"

        metadata = {
          enable-oslogin = "TRUE"
          user-data = templatefile("\${path.module}/user-data/web.yaml.tftpl", {
            shop_image = "ghcr.io/acme/shop:1"
          })
        }

        disk {
          source_image = data.google_compute_image.ubuntu_24_04.self_link
          boot         = true
          auto_delete  = true
          disk_size_gb = 30
          disk_type    = "pd-balanced"
          labels       = local.labels
        }

        network_interface {
          subnetwork = google_compute_subnetwork.main.id
        }

        service_account {
          email  = google_service_account.web.email
          scopes = ["cloud-platform"]
        }

        shielded_instance_config {
          enable_secure_boot          = true
          enable_vtpm                 = true
          enable_integrity_monitoring = true
        }

        lifecycle {
          create_before_destroy = true
        }
      }"
    `);
  });

  it("is a managed group that heals and rolls", () => {
    expect(blockOf(scaled, 'resource "google_compute_region_instance_group_manager" "web"')).toMatchInlineSnapshot(`
      "resource "google_compute_region_instance_group_manager" "web" {
        name                      = "shop-dev-web"
        base_instance_name        = "shop-dev-web"
        distribution_policy_zones = local.main_zones
        depends_on                = [google_compute_router_nat.main]

        version {
          instance_template = google_compute_instance_template.web.self_link_unique
        }

        named_port {
          name = "shop"
          port = 8080
        }

        auto_healing_policies {
          health_check      = google_compute_health_check.main_shop.id
          initial_delay_sec = 360
        }

        update_policy {
          type                  = "PROACTIVE"
          minimal_action        = "REPLACE"
          max_surge_fixed       = 2
          max_unavailable_fixed = 0
        }
      }"
    `);
  });

  it("follows the use of its processors", () => {
    expect(blockOf(scaled, 'resource "google_compute_region_autoscaler" "web"')).toMatchInlineSnapshot(`
      "resource "google_compute_region_autoscaler" "web" {
        name   = "shop-dev-web"
        target = google_compute_region_instance_group_manager.web.id

        autoscaling_policy {
          min_replicas    = 2
          max_replicas    = 6
          cooldown_period = 360

          cpu_utilization {
            target = 0.6
          }
        }
      }"
    `);
  });

  it("has no machines that Terraform numbers", () => {
    expect(labelsOf(scaled, "google_compute_instance")).toEqual([]);
    expect(labelsOf(scaled, "google_compute_instance_group")).toEqual([]);
  });
});

describe("an image", () => {
  const images = onGoogle(`
images: {node: {kind: machine, base: ubuntu-24.04, builder: packer}}
instances: {one: {image: node}, two: {image: debian-12}, three: {image: ubuntu-24.04}}
`);

  it("that we build is the newest of its family", () => {
    expect(blockOf(images, 'data "google_compute_image" "node"')).toContain('family     = "shop-dev-node"');
  });

  it("of an operating system is its maker's newest", () => {
    expect(blockOf(images, 'data "google_compute_image" "ubuntu_24_04"')).toMatchInlineSnapshot(`
      "data "google_compute_image" "ubuntu_24_04" {
        family     = "ubuntu-2404-lts-amd64"
        project    = "ubuntu-os-cloud"
        depends_on = [google_project_service.compute]
      }"
    `);
  });

  it("without cloud-init gets it at the first start", () => {
    expect(blockOf(images, 'resource "google_compute_instance" "two"')).toContain("apt-get install --yes cloud-init");
    expect(blockOf(images, 'resource "google_compute_instance" "three"')).not.toContain("startup-script");
  });
});

describe("a public group", () => {
  const access = (fragment: string): string =>
    blockOf(onGoogle(fragment), 'resource "google_compute_instance" "web"').match(
      /network_interface \{.*?\n {2}\}/s,
    )?.[0] ?? "";

  it("has addresses", () => expect(access("instances: {web: {public: true}}")).toContain("access_config {}"));

  it("has none otherwise", () => expect(access("instances: {web: {}}")).not.toContain("access_config"));

  it("has them as an input says", () =>
    expect(access('vars: {outside: true}\ninstances: {web: {public: "${vars.outside}"}}')).toContain(
      "for_each = var.outside ? [1] : []",
    ));
});
