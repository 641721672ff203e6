import { describe, expect, it } from "vitest";
import { blockOf } from "../module.ts";
import { onGoogle } from "./module.ts";

const instance = (database: string, more = ""): string =>
  blockOf(
    onGoogle(`database: {main: {engine: postgres, version: "16", ${database}}}\n${more}`),
    'resource "google_sql_database_instance" "main"',
  );

describe("a database", () => {
  it("is private, encrypted and backed up", () => {
    expect(instance("resources: {cpu: 2, memory: 8GiB}, disk: 50GiB")).toMatchInlineSnapshot(`
      "resource "google_sql_database_instance" "main" {
        name                = "shop-dev-main-\${random_id.database_main.hex}"
        database_version    = "POSTGRES_16"
        deletion_protection = false
        depends_on          = [google_service_networking_connection.main, google_project_service.sqladmin]

        settings {
          edition                     = "ENTERPRISE"
          tier                        = "db-custom-2-8192"
          availability_type           = "ZONAL"
          disk_type                   = "PD_SSD"
          disk_size                   = 50
          disk_autoresize             = false
          deletion_protection_enabled = false
          retain_backups_on_delete    = true
          user_labels                 = local.labels

          ip_configuration {
            ipv4_enabled    = false
            private_network = google_compute_network.main.id
            ssl_mode        = "ENCRYPTED_ONLY"
          }

          backup_configuration {
            enabled                        = true
            point_in_time_recovery_enabled = true
            transaction_log_retention_days = 1

            backup_retention_settings {
              retained_backups = 1
            }
          }

          maintenance_window {
            day          = 7
            hour         = 5
            update_track = "stable"
          }

          insights_config {
            query_insights_enabled = true
          }
        }
      }"
    `);
  });

  it("has a user and a database for apps", () => {
    const module = onGoogle('database: {main: {engine: mysql, version: "8.4", user: app, name: store}}');
    expect(module.get("database.tf")?.split("\n").slice(-14).join("\n")).toMatchInlineSnapshot(`
      "  }
      }

      resource "google_sql_database" "main" {
        name     = "store"
        instance = google_sql_database_instance.main.name
      }

      resource "google_sql_user" "main" {
        name     = "app"
        instance = google_sql_database_instance.main.name
        password = random_password.database_main.result
      }
      "
    `);
    expect(blockOf(module, 'resource "google_sql_database_instance" "main"')).toMatch(
      /"MYSQL_8_4"[\s\S]*binary_log_enabled/,
    );
  });

  it("with a standby stands in two zones and is protected", () => {
    const double = instance("ha: true");
    expect(double).toContain('availability_type           = "REGIONAL"');
    expect(double).toContain("deletion_protection = true");
  });

  it("has a standby as an input says", () => {
    expect(instance('ha: "${vars.double}"', "vars: {double: false}")).toContain(
      'availability_type           = var.double ? "REGIONAL" : "ZONAL"',
    );
  });

  it("follows a plan of backups", () => {
    const plan = 'backup: {nightly: {of: database.main, schedule: "30 3 * * *", keep: 30d}}';
    expect(instance("disk: 20GiB", plan).match(/backup_configuration \{.*?\n {4}\}/s)?.[0]).toMatchInlineSnapshot(`
      "backup_configuration {
            enabled                        = true
            start_time                     = "03:30"
            point_in_time_recovery_enabled = true
            transaction_log_retention_days = 7

            backup_retention_settings {
              retained_backups = 30
            }
          }"
    `);
  });

  it.each([
    ["postgres", "16", '"POSTGRES_${var.release}"'],
    ["mysql", "8.4", '"MYSQL_${replace(var.release, ".", "_")}"'],
  ])("of %s has the version that an input says", (engine, release, version) => {
    const module = onGoogle(
      `vars: {release: "${release}"}\ndatabase: {main: {engine: ${engine}, version: "\${vars.release}"}}`,
    );
    expect(blockOf(module, 'resource "google_sql_database_instance" "main"')).toContain(`= ${version}`);
  });

  it("tells readers where it is", () => {
    const module = onGoogle(`
apps: {a: {image: "a:1", env: {HOST: "\${database.main.host}", PORT: "\${database.main.port}", NAME: "\${database.main.database}", URL: "\${database.main.url}", OLD: "\${database.old.url}"}}}
database: {main: {engine: postgres, version: "16"}, old: {engine: mysql, version: "8.0"}}
`);
    const values = [...(module.get("settings.tf") ?? "").matchAll(/secret_data = (.*)/g)].map((match) => match[1]);
    expect(values).toEqual([
      "google_sql_database_instance.main.private_ip_address",
      "google_sql_database.main.name",
      '"mysql://${google_sql_user.old.name}:${random_password.database_old.result}@${google_sql_database_instance.old.private_ip_address}:3306/${google_sql_database.old.name}"',
      '"5432"',
      '"postgres://${google_sql_user.main.name}:${random_password.database_main.result}@${google_sql_database_instance.main.private_ip_address}:5432/${google_sql_database.main.name}?sslmode=require"',
    ]);
  });
});
