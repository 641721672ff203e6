import { describe } from "vitest";
import { finds } from "./findings.ts";

const zone = (records = "") => `dns: {main: {domain: example.com, records: {${records}}}}\n`;
const routed = (host: string, more = "") =>
  `apps: {web: {image: "web:1", port: 80, routes: [{host: "${host}"}]}${more}}\n`;

describe("a host", () => {
  finds([
    ["inside the zone", zone() + routed("shop.example.com")],
    ["that is the zone", zone() + routed("example.com")],
    ["that ends like the zone", zone() + routed("badexample.com"), "host-outside-zones at apps.web.routes.0.host"],
    ["without any zones", routed("shop.example.org")],
    ["of a wildcard", zone() + routed("*.example.org"), "host-outside-zones at apps.web.routes.0.host"],
    [
      "from a var",
      `vars: {host: a.example.org}\n${zone()}${routed("${vars.host}")}`,
      "host-outside-zones at apps.web.routes.0.host",
    ],
    [
      "whose certificate asks for a zone itself",
      `${zone()}${routed("a.example.org")}loadBalancer: {l: {tls: t}}\ntls: {t: {issuer: provider}}`,
    ],
    [
      "of machines",
      `${zone()}instances: {a: {hostname: "vm-\${self.index}.example.org"}}`,
      "host-outside-zones at instances.a.hostname",
    ],
    ["of machines inside the zone", `${zone()}instances: {a: {hostname: "vm-\${self.index}.example.com"}}`],
    ["of machines without a domain", `${zone()}instances: {a: {hostname: "vm-\${self.index}"}}`],
  ]);
});

describe("a route", () => {
  const second = (route: string) => `, api: {image: "api:1", port: 81, routes: [${route}]}`;
  finds([
    [
      "that another app has",
      routed("a.example.com", second("{host: a.example.com}")),
      "route-taken at apps.web.routes.0",
    ],
    [
      "that the same app has",
      'apps: {web: {image: "web:1", port: 80, routes: [{host: a.example.com}, {host: a.example.com, path: /}]}}',
      "route-taken at apps.web.routes.1",
    ],
    ["to another path", routed("a.example.com", second("{host: a.example.com, path: /api}"))],
    [
      "that differs in a slash",
      'apps: {web: {image: "web:1", port: 80, routes: [{host: a.example.com, path: /a}, {host: a.example.com, path: /a/}]}}',
      "route-taken at apps.web.routes.1",
    ],
    [
      "that is disabled",
      routed("a.example.com", second("{host: b.example.com}, {host: a.example.com, enabled: false}")),
    ],
  ]);
});

describe("a record", () => {
  finds([
    [
      "that stands alone",
      zone('www: {type: CNAME, values: [example.net]}, "@": {type: MX, values: ["10 mx.example.net"]}'),
    ],
    [
      "that repeats its zone",
      zone("www.example.com: {values: [192.0.2.1]}"),
      "record-repeats-zone at dns.main.records.www.example.com",
    ],
    [
      "that is another name of the zone",
      zone('"@": {type: CNAME, values: [example.net]}'),
      "cname-not-alone at dns.main.records.@.type",
    ],
    [
      "that is another name of two",
      zone("www: {type: CNAME, values: [example.net, example.org]}"),
      "cname-not-alone at dns.main.records.www.values",
    ],
    [
      "of a routed host",
      zone("shop: {values: [192.0.2.1]}") + routed("shop.example.com"),
      "record-taken at dns.main.records.shop",
    ],
    [
      "that is another name of a routed host",
      zone("shop: {type: CNAME, values: [example.net]}") + routed("shop.example.com"),
      "record-taken at dns.main.records.shop",
    ],
    [
      "of the zone, which is a routed host",
      zone('"@": {values: [192.0.2.1]}') + routed("example.com"),
      "record-taken at dns.main.records.@",
    ],
    ["beside that of a routed host", zone("shop: {type: TXT, values: [owned]}") + routed("shop.example.com")],
  ]);
});
