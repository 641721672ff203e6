import { describe, expect, it } from "vitest";
import { blockOf, labelsOf } from "../module.ts";
import { findingsOnGoogle, onGoogle } from "./module.ts";

const module = onGoogle(`
vars: {host: shop.example.com}
apps: {shop: {image: "a:1", port: 80, routes: [{host: "\${vars.host}"}, {host: shop.example.org}]}}
dns:
  ours:
    domain: example.org
    ttl: 60s
    records:
      "@": {type: MX, values: ["10 mail.example.org", "20 mail.example.net."]}
      text: {type: TXT, values: ['says "hi"']}
      alias: {type: CNAME, values: [www.example.org]}
      www: {values: [192.0.2.1]}
  theirs: {domain: example.com, managed: false}
`);
const record = (label: string): string => blockOf(module, `resource "google_dns_record_set" "${label}"`);

describe("a zone", () => {
  it("that is ours is made", () => {
    expect(blockOf(module, 'resource "google_dns_managed_zone" "ours"')).toMatchInlineSnapshot(`
      "resource "google_dns_managed_zone" "ours" {
        name       = "shop-dev-ours"
        dns_name   = "example.org."
        depends_on = [google_project_service.dns]
      }"
    `);
  });

  it("that exists is found by its domain", () => {
    expect(/locals \{.*?\n\}/s.exec(module.get("dns.tf") ?? "")?.[0]).toMatchInlineSnapshot(`
      "locals {
        theirs_zone = one(
          [for zone in data.google_dns_managed_zones.all.managed_zones : zone.name if zone.dns_name == "example.com." && zone.visibility == "public"],
        )
      }"
    `);
  });
});

describe("a record", () => {
  it("names hosts with a dot at the end", () => {
    expect(record("ours_apex_mx")).toMatchInlineSnapshot(`
      "resource "google_dns_record_set" "ours_apex_mx" {
        managed_zone = google_dns_managed_zone.ours.name
        name         = google_dns_managed_zone.ours.dns_name
        type         = "MX"
        ttl          = 60
        rrdatas      = ["10 mail.example.org.", "20 mail.example.net."]
      }"
    `);
    expect(record("ours_alias_cname")).toContain('rrdatas      = ["www.example.org."]');
  });

  it("of text is in quotes", () => {
    expect(record("ours_text_txt")).toContain(String.raw`rrdatas      = ["\"says \\\"hi\\\"\""]`);
  });

  it("of a routed host leads to the balancer", () => {
    expect(record("host")).toMatchInlineSnapshot(`
      "resource "google_dns_record_set" "host" {
        managed_zone = local.theirs_zone
        name         = "\${var.host}."
        type         = "A"
        ttl          = 300
        rrdatas      = [google_compute_global_address.main.address]
      }"
    `);
    expect(record("shop_example_org")).toContain("managed_zone = google_dns_managed_zone.ours.name");
  });
});

describe("names of Cloud Endpoints", () => {
  const zone = (records: string): string =>
    `dns: {public: {kind: cloud-endpoints, domain: endpoints.acme-shop.cloud.goog, records: ${records}}}\n`;

  it("lead to the address of an ingress, or to that of a record, without a zone", () => {
    const module = onGoogle(
      `${zone("{fixed: {values: [203.0.113.7]}}")}cluster: {main: {kind: kubernetes, api: {from: [internal]}}}
instances: {nodes: {count: 2}}
ingress: {public: {class: gce}}
apps: {web: {image: acme/web:1.0.0, port: 8080, routes: [{host: shop.endpoints.acme-shop.cloud.goog}]}}`,
    );
    expect(labelsOf(module, "google_endpoints_service")).toEqual([
      "shop_endpoints_acme_shop_cloud_goog",
      "public_fixed_a",
    ]);
    expect(labelsOf(module, "google_dns_managed_zone")).toEqual([]);
    expect(module.get("dns.tf")).toMatch(/target = google_compute_global_address\.public\.address/);
    expect(module.get("dns.tf")).toMatch(/target = "203\.0\.113\.7"/);
  });

  it("are addresses and nothing else", () => {
    expect(findingsOnGoogle(zone("{mail: {type: CNAME, values: [example.com.]}}"))).toEqual([
      "google-endpoint dns.public.records.mail",
    ]);
  });
});
