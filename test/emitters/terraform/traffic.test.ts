import { describe, expect, it } from "vitest";
import { blockOf, labelsOf, moduleOf } from "./module.ts";

const shop = moduleOf(`
instances: {web: {}, tools: {}}
apps:
  shop: {image: "acme/shop:1", runsOn: web, port: 8080, routes: [{host: shop.example.com}], env: {API: "\${apps.api.url}", DB: "\${database.main.url}"}}
  api: {image: "acme/api:1", runsOn: web, port: 9090}
  crawler: {image: "acme/crawler:1", runsOn: tools, env: {SHOP: "\${apps.api.url}"}}
database: {main: {engine: postgres, version: "16"}}
loadBalancer: {public: {}}
firewall: {metrics: {from: [instances.tools, 203.0.113.0/24], to: [instances.web], allow: [9100/tcp]}}
`);

describe("security groups", () => {
  it("let through what references need, and nothing else", () => {
    expect(labelsOf(shop, "aws_vpc_security_group_ingress_rule")).toEqual([
      "public_load_balancer_http_80",
      "shop_from_public_load_balancer",
      "api_from_tools_instances",
      "main_database_from_web_instances",
      "metrics_web_instances_from_tools_instances_9100_tcp",
      "metrics_web_instances_from_203_0_113_0_24_9100_tcp",
    ]);
  });

  it("let machines call out, the balancer its apps and the database nobody", () => {
    expect(labelsOf(shop, "aws_vpc_security_group_egress_rule")).toEqual([
      "public_load_balancer_to_shop",
      "tools_instances_out",
      "web_instances_out",
    ]);
  });

  it("open the balancer to everybody", () => {
    expect(blockOf(shop, 'resource "aws_vpc_security_group_ingress_rule" "public_load_balancer_http_80"'))
      .toMatchInlineSnapshot(`
      "resource "aws_vpc_security_group_ingress_rule" "public_load_balancer_http_80" {
        security_group_id = aws_security_group.public_load_balancer.id
        description       = "HTTP from everybody"
        cidr_ipv4         = "0.0.0.0/0"
        ip_protocol       = "tcp"
        from_port         = 80
        to_port           = 80
      }"
    `);
  });

  it("name each other instead of addresses", () => {
    expect(blockOf(shop, 'resource "aws_vpc_security_group_ingress_rule" "main_database_from_web_instances"'))
      .toMatchInlineSnapshot(`
      "resource "aws_vpc_security_group_ingress_rule" "main_database_from_web_instances" {
        security_group_id            = aws_security_group.main_database.id
        description                  = "postgres from shop on web"
        referenced_security_group_id = aws_security_group.web_instances.id
        ip_protocol                  = "tcp"
        from_port                    = aws_db_instance.main.port
        to_port                      = aws_db_instance.main.port
      }"
    `);
  });

  it("open an internal balancer to its network", () => {
    const module = moduleOf(`
apps: {shop: {image: "acme/shop:1", port: 8080, routes: [{host: shop.example.com}]}}
loadBalancer: {inner: {internal: true}}`);
    expect(blockOf(module, 'resource "aws_vpc_security_group_ingress_rule" "inner_load_balancer_http_80"'))
      .toMatchInlineSnapshot(`
      "resource "aws_vpc_security_group_ingress_rule" "inner_load_balancer_http_80" {
        security_group_id = aws_security_group.inner_load_balancer.id
        description       = "HTTP from the network"
        cidr_ipv4         = aws_vpc.main.cidr_block
        ip_protocol       = "tcp"
        from_port         = 80
        to_port           = 80
      }"
    `);
  });

  it("never open a port for SSH", () => {
    expect(shop.get("security.tf")).not.toMatch(/= 22\n/);
  });
});
