import { describe, expect, it } from "vitest";
import { findingsOf } from "../module.ts";
import { findingsOnGoogle } from "./module.ts";

const group = "instances: {web: {}}";
const app = '{image: "a:1", port: 80, routes: [{host: shop.example.com}]}';

describe("what Google Cloud does not have", () => {
  it.each([
    [
      "a long name for an account",
      "terraform-name instances.machines-of-the-whole-wide-world",
      "instances: {machines-of-the-whole-wide-world: {}}",
    ],
    [
      "a long name for a rule",
      "terraform-name firewall.a-rule-for-all-the-many-meters-of-the-whole-wide-world",
      `${group}\nfirewall: {a-rule-for-all-the-many-meters-of-the-whole-wide-world: {from: [any], to: [instances.web], allow: [1/tcp]}}`,
    ],
    [
      "a network without room for databases",
      "terraform-network-size network.main.cidr",
      `network: {main: {cidr: 10.0.0.0/24}}\n${group}`,
    ],
    ["a system that nobody publishes", "terraform-system instances.web.image", "instances: {web: {image: debian-11}}"],
    ["a huge machine", "terraform-no-size instances.web.resources", "instances: {web: {resources: {cpu: 400}}}"],
    ["a tiny disk", "google-disk instances.web.disks.data", "instances: {web: {disks: {data: {size: 2GiB}}}}"],
    [
      "names of machines that scale",
      "terraform-scaled-hostname instances.web.hostname",
      'instances: {web: {hostname: "a-${self.index}"}}\nscaling: {web: {max: 3}}',
    ],
    ["a way out", "terraform-no-way-out instances.web", `network: {main: {nat: none}}\n${group}`],
    ["MariaDB", "google-database database.main.engine", 'database: {main: {engine: mariadb, version: "11.4"}}'],
    [
      "a patch of PostgreSQL",
      "google-database database.main.version",
      'database: {main: {engine: postgres, version: "16.3"}}',
    ],
    [
      "a small database",
      "google-database database.main.disk",
      'database: {main: {engine: postgres, version: "16", disk: 5GiB}}',
    ],
    [
      "a reserved user",
      "google-database database.main.user",
      'database: {main: {engine: mysql, version: "8.4", user: cloudsqladmin}}',
    ],
    [
      "a database that is there",
      "google-database database.main.name",
      'database: {main: {engine: postgres, version: "16", name: postgres}}',
    ],
    [
      "a weekly backup",
      "google-backup backup.weekly.schedule",
      'database: {main: {engine: postgres, version: "16"}}\nbackup: {weekly: {of: database.main, schedule: "0 3 * * 1", keep: 7d}}',
    ],
    [
      "a backup for years",
      "google-backup backup.daily.keep",
      'database: {main: {engine: postgres, version: "16"}}\nbackup: {daily: {of: database.main, schedule: "0 3 * * *", keep: 1000d}}',
    ],
    [
      "a redirect to another port",
      "google-balancer loadBalancer.main",
      `apps: {a: ${app}}\nloadBalancer: {main: {tls: c, listen: [8443/https]}}\ntls: {c: {issuer: provider}}`,
    ],
    [
      "a certificate for the inside",
      "google-balancer loadBalancer.main",
      `apps: {a: ${app}}\nloadBalancer: {main: {tls: c, internal: true}}\ntls: {c: {issuer: provider}}`,
    ],
    [
      "a port of TCP for two groups",
      "google-balancer loadBalancer.main",
      "instances: {one: {}, two: {}}\nloadBalancer: {main: {listen: [6000/tcp], to: [one, two]}}",
    ],
    [
      "a wildcard certificate",
      "google-certificate tls.c",
      'apps: {a: {image: "a:1", port: 80, routes: [{host: "*.example.com"}]}}\nloadBalancer: {main: {tls: c}}\ntls: {c: {issuer: provider}}',
    ],
    [
      "a certificate of others",
      "google-certificate tls.c",
      `apps: {a: ${app}}\nloadBalancer: {main: {tls: c}}\ntls: {c: {issuer: letsencrypt, email: a@example.com}}`,
    ],
    [
      "a firewall before a balancer",
      "google-firewall firewall.x",
      `apps: {a: ${app}}\nloadBalancer: {main: {}}\nfirewall: {x: {from: [192.0.2.0/24], to: [loadBalancer.main], allow: [80/tcp]}}`,
    ],
    [
      "strangers at a database",
      "google-firewall firewall.x",
      'database: {main: {engine: postgres, version: "16"}}\nfirewall: {x: {from: [192.0.2.0/24], to: [database.main], allow: [5432/tcp]}}',
    ],
    [
      "a database that calls",
      "google-firewall firewall.x",
      `${group}\ndatabase: {main: {engine: postgres, version: "16"}}\nfirewall: {x: {from: [database.main], to: [instances.web], allow: [80/tcp]}}`,
    ],
    [
      "a slow health check",
      "terraform-health apps.a.health.interval",
      'apps: {a: {image: "a:1", port: 80, health: {http: /, interval: 600s}, routes: [{host: shop.example.com}]}}',
    ],
  ])("%s", (_, finding, fragment) => expect(findingsOnGoogle(fragment)).toContain(finding));

  it("a short name for an account", () => {
    const provider = 'provider: {kind: google, project: acme-shop, region: europe-west1, naming: "x-${self.name}"}';
    expect(findingsOf(`${provider}\ninstances: {a: {}}`)).toContain("terraform-name instances.a");
  });

  it("nothing of a small spec", () => {
    expect(findingsOnGoogle(`apps: {a: ${app}}\ndatabase: {main: {engine: postgres, version: "16"}}`)).toEqual([]);
  });
});
