import { describe } from "vitest";
import { finds } from "./findings.ts";

const groups = "instances: {web: {network: main}}\nnetwork: {main: {}}\n";
const web = 'apps: {web: {image: "web:1"}}\n';
const database = 'database: {main: {engine: postgres, version: "16"}}\n';
const routed = 'apps: {web: {image: "web:1", port: 80, routes: [{host: a.example.com}]}}\n';

const rule = (from: string, to: string, allow: string) =>
  `${groups}${database}firewall: {r: {from: [${from}], to: [${to}], allow: [${allow}]}}`;

describe("networks", () => {
  finds([
    [
      "may have addresses of their own",
      "network: {a: {cidr: 10.0.0.0/16}, b: {cidr: 10.1.0.0/16}}\ninstances: {x: {network: a}, y: {network: b}}",
    ],
    [
      "have the same addresses when nobody says otherwise",
      "network: {a: {}, b: {}}\ninstances: {x: {network: a}, y: {network: b}}",
      "network-overlap at network.b.cidr",
    ],
    [
      "may lie in one another, whatever their order",
      "network: {a: {cidr: 10.0.1.0/24}, b: {cidr: 10.0.0.0/16}}\ninstances: {x: {network: a}, y: {network: b}}",
      "network-overlap at network.a.cidr",
    ],
    [
      "are compared with the widest one before",
      "network: {a: {cidr: 10.0.0.0/8}, b: {cidr: 10.1.0.0/16}, c: {cidr: 10.9.0.0/16}}\ninstances: {x: {network: a}, y: {network: b}, z: {network: c}}",
      "network-overlap at network.b.cidr",
      "network-overlap at network.c.cidr",
    ],
    [
      "of the provider have addresses that nobody chose",
      "network: {a: {}, b: {kind: provider-default}}\ninstances: {x: {network: a}, y: {network: b}}",
    ],
  ]);
});

describe("a port", () => {
  finds([
    ["that nobody needs", 'apps: {a: {image: "a:1", port: 80}}', "port-unreachable at apps.a.port"],
    [
      "of an app that refers to itself",
      'apps: {a: {image: "a:1", port: 80, env: {SELF: "${apps.a.url}"}}}',
      "port-unreachable at apps.a.port",
    ],
    ["that another refers to", 'apps: {a: {image: "a:1", port: 80}, b: {image: "b:1", env: {A: "${apps.a.url}"}}}'],
    ["that another consumes", 'apps: {a: {image: "a:1", port: 80}, b: {image: "b:1", consumes: [a]}}'],
    ["that a route leads to", routed],
    ["that health is asked at", 'apps: {a: {image: "a:1", port: 80, health: {http: /}}}'],
    ["of a daemon, for its own machine", 'apps: {a: {kind: daemon, image: "a:1", port: 80}}'],
    [
      "that a rule opens",
      `${groups}apps: {a: {image: "a:1", port: 80}}\nfirewall: {r: {from: [any], to: [apps.a], allow: [80]}}`,
    ],
    [
      "that a rule opens on the machines",
      `${groups}apps: {a: {image: "a:1", port: 80}}\nfirewall: {r: {from: [any], to: [instances.web], allow: [79-81]}}`,
    ],
    [
      "that a rule misses by protocol",
      `${groups}apps: {a: {image: "a:1", port: 80}}\nfirewall: {r: {from: [any], to: [apps.a], allow: [80/udp]}}`,
      "port-unreachable at apps.a.port",
    ],
    [
      "behind a balancer of its group",
      `${groups}apps: {a: {image: "a:1", port: 80}}\nloadBalancer: {l: {to: [instances.web]}}`,
    ],
  ]);
});

describe("a firewall rule", () => {
  finds([
    ["for what specc does not know of", rule("internal", "instances.web", "9100/tcp")],
    [
      "from what is disabled",
      `instances: {a: {}, b: {enabled: false}}\nfirewall: {r: {from: [instances.b], to: [instances.a], allow: [80]}}`,
      "rule-without-effect at firewall.r.from",
    ],
    [
      "to what is disabled",
      `instances: {a: {}, b: {enabled: false}}\nfirewall: {r: {from: [internal], to: [instances.b], allow: [80]}}`,
      "rule-without-effect at firewall.r.to",
    ],
    [
      "to another port of a database",
      rule("instances.web", "database.main", "3306"),
      "rule-without-effect at firewall.r.to.0",
    ],
    [
      "to a database over UDP",
      rule("instances.web", "database.main", "5432/udp"),
      "rule-without-effect at firewall.r.to.0",
    ],
    ["to the port of a database", rule("instances.web", "database.main", "5432")],
    [
      "to a port on which a balancer does not listen",
      `${routed}loadBalancer: {l: {internal: true}}\nfirewall: {r: {from: [internal], to: [loadBalancer.l], allow: [8080]}}`,
      "rule-without-effect at firewall.r.to.0",
    ],
    [
      "to where a balancer redirects",
      `${routed}loadBalancer: {l: {tls: t}}\ntls: {t: {}}\nfirewall: {r: {from: [internal], to: [loadBalancer.l], allow: [80]}}`,
    ],
    ["that opens SSH to everybody", rule("any", "instances.web", "22"), "admin-port-open at firewall.r.from.0"],
    [
      "that opens SSH to all addresses",
      rule("0.0.0.0/0", "instances.web", "20-25"),
      "admin-port-open at firewall.r.from.0",
    ],
    [
      "that opens SSH to both halves of the internet",
      rule("0.0.0.0/1, 128.0.0.0/1", "instances.web", "22"),
      "admin-port-open at firewall.r.from.0",
      "admin-port-open at firewall.r.from.1",
    ],
    ["that opens SSH to an office", rule("203.0.113.0/24", "instances.web", "22")],
    ["that opens SSH inside", rule("internal, 10.0.0.0/8", "instances.web", "22")],
    ["that opens HTTPS to everybody", rule("any", "instances.web", "443")],
    ["that opens QUIC to everybody", rule("any", "instances.web", "22/udp")],
    [
      "that opens a database to everybody",
      rule("internal, any", "database.main", "5432"),
      "database-open at firewall.r.from.1",
    ],
  ]);
});

describe("a balancer", () => {
  finds([
    ["before nothing", `${web}loadBalancer: {l: {}}`, "nothing-behind at loadBalancer.l"],
    ["before a group", `${groups}loadBalancer: {l: {to: [instances.web]}}`],
    [
      "that listens twice on one port",
      `${groups}loadBalancer: {l: {to: [instances.web], listen: [80/http, 80/tcp]}}`,
      "listener-taken at loadBalancer.l.listen.1",
    ],
    ["that listens on two ports", `${groups}loadBalancer: {l: {to: [instances.web], listen: [80/http, 81/http]}}`],
    ["and an ingress before nothing", `${web}ingress: {i: {}}`, "nothing-behind at ingress.i"],
  ]);
});
