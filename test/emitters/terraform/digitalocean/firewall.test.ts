import { expect, it } from "vitest";
import { blockOf, moduleOf } from "../module.ts";
import { there } from "./fragment.ts";

const module = moduleOf(
  there(`
instances: {web: {}, tools: {}}
apps:
  shop: {image: "acme/shop:1", runsOn: web, port: 8080, routes: [{host: shop.example.com}]}
  report: {image: "acme/report:1", runsOn: tools, consumes: [shop]}
firewall:
  ssh: {from: [192.0.2.0/24], to: [instances.web], allow: [22/tcp]}
  scrape: {from: [instances.tools, internal], to: [apps.shop], allow: [8000-8010/udp]}
`),
);

it("lets through what references and rules ask for", () => {
  expect(blockOf(module, 'resource "digitalocean_firewall" "web"')).toMatchInlineSnapshot(`
    "resource "digitalocean_firewall" "web" {
      name = "shop-dev-web"
      tags = [digitalocean_tag.web.name]

      inbound_rule {
        protocol                  = "tcp"
        port_range                = "8080"
        source_load_balancer_uids = [digitalocean_loadbalancer.main.id]
      }

      inbound_rule {
        protocol    = "tcp"
        port_range  = "8080"
        source_tags = [digitalocean_tag.tools.name]
      }

      inbound_rule {
        protocol    = "udp"
        port_range  = "8000-8010"
        source_tags = [digitalocean_tag.tools.name]
      }

      inbound_rule {
        protocol         = "udp"
        port_range       = "8000-8010"
        source_addresses = [digitalocean_vpc.main.ip_range]
      }

      inbound_rule {
        protocol         = "tcp"
        port_range       = "22"
        source_addresses = ["192.0.2.0/24"]
      }

      outbound_rule {
        protocol              = "tcp"
        port_range            = "1-65535"
        destination_addresses = ["0.0.0.0/0", "::/0"]
      }

      outbound_rule {
        protocol              = "udp"
        port_range            = "1-65535"
        destination_addresses = ["0.0.0.0/0", "::/0"]
      }

      outbound_rule {
        protocol              = "icmp"
        destination_addresses = ["0.0.0.0/0", "::/0"]
      }
    }"
  `);
});

it("lets nobody through to machines that nobody calls", () => {
  expect(blockOf(module, 'resource "digitalocean_firewall" "tools"')).not.toContain("inbound_rule");
});
