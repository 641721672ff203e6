import { describe, expect, it } from "vitest";
import { findingsOf } from "../module.ts";
import { there } from "./fragment.ts";

describe("what DigitalOcean does not have", () => {
  it.each([
    ["zones", "digitalocean-network network.main.zones", "network: {main: {zones: 3}}"],
    ["machines without a way out", "digitalocean-network network.main.nat", "network: {main: {nat: none}}"],
    ["a network that small", "digitalocean-network network.main.cidr", "network: {main: {cidr: 10.0.0.0/26}}"],
    ["a public network", "digitalocean-network network.main.cidr", "network: {main: {cidr: 203.0.0.0/16}}"],
    ["hard disks", "digitalocean-disk instances.web.disks.data", "instances: {web: {disks: {data: {kind: hdd}}}}"],
    [
      "a disk to boot from beside a size",
      "digitalocean-disk instances.web.disks.root",
      "instances: {web: {size: c-2, disks: {root: {size: 30GiB}}}}",
    ],
    [
      "disks of machines that come and go",
      "digitalocean-disk instances.web.disks.data",
      "instances: {web: {disks: {data: {}}}}\nscaling: {web: {max: 3}}",
    ],
    ["an image of an unknown system", "terraform-system instances.web.image", "instances: {web: {image: fedora-40}}"],
    ["a machine that large", "terraform-no-size instances.web.resources", "instances: {web: {resources: {cpu: 500}}}"],
    [
      "a disk that large",
      "terraform-no-size instances.web.resources",
      "instances: {web: {disks: {root: {size: 2000GiB}}}}",
    ],
    [
      "a database with that name",
      "terraform-name database.main",
      'provider: {kind: digitalocean, region: ams3, naming: "${name}_${self.name}"}\ndatabase: {main: {engine: postgres, version: "16"}}',
    ],
    [
      "a balancer that a database admits",
      "digitalocean-firewall firewall.x",
      'instances: {web: {}}\nloadBalancer: {front: {to: [instances.web]}}\ndatabase: {main: {engine: postgres, version: "16"}}\nfirewall: {x: {from: [loadBalancer.front], to: [database.main], allow: [5432/tcp]}}',
    ],
    [
      "copies by the hour",
      "digitalocean-backup backup.b.schedule",
      'database: {main: {engine: postgres, version: "16"}}\nbackup: {b: {of: database.main, schedule: "0 * * * *", keep: 1d}}',
    ],
  ])("%s", (_, finding, fragment) =>
    expect(findingsOf(fragment.startsWith("provider") ? fragment : there(fragment))).toContain(finding),
  );
});

describe("what is allowed", () => {
  it.each([
    ["one zone", "network: {main: {zones: 1}}\ninstances: {web: {}}"],
    ["the default of zones and gateways", "instances: {web: {}}"],
    ["a gateway that is not needed", "network: {main: {nat: per-zone}}\ninstances: {web: {}}"],
  ])("%s", (_, fragment) => expect(findingsOf(there(fragment))).toEqual([]));
});
