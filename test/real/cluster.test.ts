import { describe, expect, it } from "vitest";
import { systemOf } from "../support/systems.ts";
import { type Plan, rootModule } from "./terraform.ts";

const planned = (environment: string): Plan =>
  rootModule(systemOf("cluster", { environment }), "infrastructure/infra").plan();

const int = planned("int");
const prod = planned("prod");

const count = ({ resources }: Plan, address: string): number =>
  [...resources.keys()].filter((each) => each.startsWith(`${address}[`)).length;

describe("the plan of the cluster", () => {
  it("S4-11 S4-39 has a public and a private subnet, a gateway and a bastion for each of three zones", () => {
    for (const address of [
      "aws_subnet.main_public",
      "aws_subnet.main_private",
      "aws_nat_gateway.main",
      "aws_instance.bastion",
    ])
      expect([address, count(int, `module.vpc.${address}`)]).toEqual([address, 3]);
  });

  it("S4-12 has three servers", () => expect(count(int, "module.consul_nomad.aws_instance.servers")).toBe(3));

  it("S4-45 lets the groups of prod alone grow", () => {
    for (const group of ["public", "private"]) {
      const address = `module.nomad_workers.aws_autoscaling_group.${group}`;
      expect(int.resources.get(address)).toMatchObject({ min_size: 2, max_size: 2 });
      expect(prod.resources.get(address)).toMatchObject({ min_size: 2, max_size: 6 });
    }
  });
});
