import { describe, expect, it } from "vitest";
import { systemOf } from "../support/systems.ts";
import { rootModule } from "./terraform.ts";

const module = rootModule(systemOf("immutable-app"));
const one = module.plan({ instance_count: "1" });
const three = module.plan({ instance_count: "3" });
const addresses = ({ resources }: typeof one): readonly string[] => [...resources.keys()].sort();

describe("the number of droplets", () => {
  it("S2-39 S2-44 is the only thing to change to have three instead of one", () => {
    const only = (these: readonly string[], others: readonly string[]) =>
      these.filter((each) => !others.includes(each));
    expect(only(addresses(three), addresses(one))).toEqual([
      "digitalocean_droplet.app[1]",
      "digitalocean_droplet.app[2]",
      "digitalocean_loadbalancer.app[0]",
    ]);
    expect(only(addresses(one), addresses(three))).toEqual(["digitalocean_reserved_ip.app[0]"]);
  });

  it("S2-39 counts droplets from 0", () =>
    expect([0, 1, 2].map((index) => three.resources.get(`digitalocean_droplet.app[${index}]`)?.name)).toEqual([
      "app-0",
      "app-1",
      "app-2",
    ]));

  it("S2-41 S2-42 decides between a balancer and a reserved address", () => {
    expect(three.resources.get("digitalocean_loadbalancer.app[0]")).toMatchObject({ name: "app", region: "ams3" });
    expect(one.resources.get("digitalocean_reserved_ip.app[0]")).toMatchObject({ region: "ams3" });
  });

  it("S2-43 leaves one record for a minute", () => {
    for (const { resources } of [one, three])
      expect(resources.get("digitalocean_record.app_deploy_example_com")).toMatchObject({ name: "app", ttl: 60 });
  });
});

it("S2-57 plans another workspace beside the usual one", () => {
  const { resources } = module.plan({}, "blue");
  expect(resources.get("digitalocean_database_cluster.app")).toMatchObject({ name: "app-blue" });
  expect(resources.get("digitalocean_domain.deploy")).toMatchObject({ name: "blue.deploy.example.com" });
  expect(one.resources.get("digitalocean_database_cluster.app")).toMatchObject({ name: "app" });
});
