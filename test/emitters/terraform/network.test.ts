import { describe, expect, it } from "vitest";
import { blockOf, labelsOf, moduleOf } from "./module.ts";

const network = (keys: string): ReadonlyMap<string, string> => moduleOf(`network: {main: {${keys}}}`);

describe("a network", () => {
  it("is cut into public and private subnets, one of each in a zone", () => {
    const module = network("cidr: 10.20.0.0/16, zones: 3");
    expect(blockOf(module, 'resource "aws_subnet" "main_private"')).toMatchInlineSnapshot(`
      "resource "aws_subnet" "main_private" {
        count             = length(local.main_zones)
        vpc_id            = aws_vpc.main.id
        availability_zone = local.main_zones[count.index]
        cidr_block        = cidrsubnet(aws_vpc.main.cidr_block, 4, count.index + 8)

        tags = {
          Name = "shop-dev-main-private-\${local.main_zones[count.index]}"
        }
      }"
    `);
    expect(module.get("network.tf")).toContain("slice(data.aws_availability_zones.available.names, 0, 3)");
  });

  it("has one gateway for all zones", () => {
    const module = network("nat: single");
    expect(blockOf(module, 'resource "aws_nat_gateway" "main"')).toMatchInlineSnapshot(`
      "resource "aws_nat_gateway" "main" {
        allocation_id = aws_eip.main_nat.id
        subnet_id     = aws_subnet.main_public[0].id

        tags = {
          Name = "shop-dev-main-nat"
        }

        depends_on = [aws_internet_gateway.main]
      }"
    `);
  });

  it("has a gateway in each zone", () => {
    const module = network("nat: per-zone");
    expect(blockOf(module, 'resource "aws_nat_gateway" "main"')).toMatchInlineSnapshot(`
      "resource "aws_nat_gateway" "main" {
        count         = length(aws_subnet.main_private)
        allocation_id = aws_eip.main_nat[count.index].id
        subnet_id     = aws_subnet.main_public[count.index].id

        tags = {
          Name = "shop-dev-main-nat"
        }

        depends_on = [aws_internet_gateway.main]
      }"
    `);
    expect(blockOf(module, 'resource "aws_route" "main_private_nat"')).toMatchInlineSnapshot(`
      "resource "aws_route" "main_private_nat" {
        count                  = length(aws_subnet.main_private)
        route_table_id         = aws_route_table.main_private[count.index].id
        destination_cidr_block = "0.0.0.0/0"
        nat_gateway_id         = aws_nat_gateway.main[count.index].id
      }"
    `);
  });

  it("keeps private machines to themselves without a gateway", () => {
    expect(labelsOf(network("nat: none"), "aws_route")).toEqual(["main_public_internet"]);
  });

  it("lets nothing through its default group", () => {
    expect(blockOf(network(""), 'resource "aws_default_security_group" "main"')).toMatchInlineSnapshot(`
      "resource "aws_default_security_group" "main" {
        vpc_id = aws_vpc.main.id
      }"
    `);
  });
});
