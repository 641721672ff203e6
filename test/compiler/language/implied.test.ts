import { describe, expect, it } from "vitest";
import { literal } from "../../../src/compiler/environment/text.ts";
import { ORIGINS } from "../../../src/formats/origin.ts";
import { environmentIn, found, said } from "../../support/findings.ts";

const routed = 'apps: {web: {image: "web:1", port: 80, replicas: 2, routes: [{host: shop.example.com}]}}';

describe("the shortest useful spec", () => {
  const { targets, networks, instances, loadBalancers, ingresses, apps, databases, provider } = environmentIn(`specc: 1
name: shop
provider: {kind: aws, region: eu-west-1}
apps:
  web: {image: "ghcr.io/acme/web:1.4.2", port: 8080, replicas: 2, health: {http: /health}, routes: [{host: shop.example.com}]}
database:
  main: {engine: postgres, version: "16"}
`);

  it("means Terraform", () =>
    expect(targets).toEqual([{ [ORIGINS]: [{ rule: "implied-targets", at: ["provider"] }], value: "terraform" }]));

  it("means a network", () =>
    expect(networks).toMatchObject([
      { name: "main", impliedBy: "implied-network", cidr: { value: "10.0.0.0/16" }, zones: { value: 2 } },
    ]));

  it("means as many machines as its largest app has copies", () => {
    expect(instances).toMatchObject([{ name: "main", impliedBy: "implied-group", count: { value: 2 } }]);
    expect(apps[0]?.runsOn).toBe(instances[0]);
  });

  it("means a balancer before the routed apps, and no ingress", () => {
    expect(loadBalancers).toMatchObject([
      { name: "main", impliedBy: "implied-load-balancer", listeners: [{ protocol: "http", port: { value: 80 } }] },
    ]);
    expect(loadBalancers[0]?.apps).toEqual(apps);
    expect(ingresses).toEqual([]);
  });

  it("means a database with a port, a name and a user", () =>
    expect(databases).toMatchObject([
      { port: { value: 5432 }, database: { value: "shop" }, user: { value: "shop" }, network: { name: "main" } },
    ]));

  it("wraps the names of shared resources", () =>
    expect(provider?.naming.parts).toEqual(["shop-dev-", { kind: "self", attribute: "name" }]));
});

describe("what is not written", () => {
  it("is implied only where nothing of its kind is written", () => {
    const own = environmentIn(`${routed}\nnetwork: {n: {}}\ninstances: {m: {}}\nloadBalancer: {l: {}}`);
    expect(own.networks.map(({ name }) => name)).toEqual(["n"]);
    expect(own.instances.map(({ name }) => name)).toEqual(["m"]);
    expect(own.loadBalancers.map(({ name }) => name)).toEqual(["l"]);
  });

  it("is an ingress on Kubernetes, with the certificate of the balancer", () => {
    const { ingresses, loadBalancers } = environmentIn(`targets: [kubernetes]
${routed}\nloadBalancer: {l: {tls: c}}\ntls: {c: {issuer: letsencrypt}}`);
    expect(ingresses).toMatchObject([{ name: "main", impliedBy: "implied-ingress", certificate: { name: "c" } }]);
    expect(loadBalancers).toMatchObject([{ name: "l" }]);
  });

  it("is no balancer without routes, and none beside an ingress", () => {
    expect(environmentIn('apps: {a: {image: "a:1"}}').loadBalancers).toEqual([]);
    expect(environmentIn(`targets: [kubernetes]\n${routed}\ningress: {i: {}}`).loadBalancers).toEqual([]);
  });

  it("is no machine without a provider", () => {
    const spec = `specc: 1\nname: x\ntargets: [kubernetes]\n${routed}`;
    const { instances, apps, networks } = environmentIn(spec);
    expect([instances, networks, apps[0]?.runsOn]).toEqual([[], [], undefined]);
    expect(environmentIn(`${spec}\ndatabase: {d: {engine: mysql, version: "8"}}`).databases).toHaveLength(1);
  });
});

describe("targets", () => {
  it("are what is written, in that order", () =>
    expect(environmentIn("targets: [nomad, terraform]").targets.map(({ value }) => value)).toEqual([
      "nomad",
      "terraform",
    ]));

  it("are at least one, known, and each once", () => {
    expect(found("targets: []")).toEqual(["out-of-range []"]);
    expect(said("targets: [terrafrom]")).toEqual([
      "`terrafrom` is not one of the values that this key takes; did you mean `terraform`?",
    ]);
    expect(said("targets: [nomad, nomad]")).toEqual(["the list must be without repeated items"]);
  });
});

describe("runsOn", () => {
  const app = (runsOn: string, instances: string) => `apps: {a: {image: "a:1"${runsOn}}}\ninstances: {${instances}}`;

  it("is the only group, or the one that is named", () => {
    expect(environmentIn(app("", "m: {}")).apps[0]?.runsOn?.name).toBe("m");
    expect(environmentIn(app(", runsOn: n", "m: {}, n: {}")).apps[0]?.runsOn?.name).toBe("n");
    expect(environmentIn(app(", runsOn: instances.n", "m: {}, n: {}")).apps[0]?.runsOn?.name).toBe("n");
  });

  it("must be written where there are several", () =>
    expect(said(app("", "m: {}, n: {}"))).toEqual([
      "`runsOn` is not written, and could mean `m`, `n`; write `runsOn: m` or another of them",
    ]));

  it("names a group that there is", () => expect(found(app(", runsOn: o", "m: {}"))).toEqual(["unknown-element o"]));
});

describe("scaling", () => {
  const spec = (scaling: string) =>
    `apps: {web: {image: "a:1", replicas: 3}, both: {image: "b:1"}}\ninstances: {m: {count: 2}, both: {}}
scaling: {${scaling}}`
      .replaceAll('image: "a:1"', 'image: "a:1", runsOn: m')
      .replaceAll('image: "b:1"', 'image: "b:1", runsOn: m');
  const scalingOf = (scaling: string) => {
    const { apps, instances } = environmentIn(spec(scaling));
    return [...apps, ...instances].flatMap(({ name, at, scaling: found }) =>
      found === undefined ? [] : [`${at[0]}.${name} ${found.min.value}-${found.max.value} ${found.cpu.value}%`],
    );
  };

  it("is of the app or group that has its name, from what it has without", () => {
    expect(scalingOf("web: {max: 10}")).toEqual(["apps.web 3-10 70%"]);
    expect(scalingOf("m: {max: 4, min: 1, cpu: 50%}")).toEqual(["instances.m 1-4 50%"]);
  });

  it("says which one is meant where both have the name", () => {
    expect(found(spec("both: {max: 2}"))).toEqual(["ambiguous-element both"]);
    expect(scalingOf("both: {max: 2, of: instances.both}")).toEqual(["instances.both 1-2 70%"]);
    expect(scalingOf("x: {max: 2, of: apps.both}")).toEqual(["apps.both 1-2 70%"]);
  });

  it("is of something, has a most, and no fewest above it", () => {
    expect(found(spec("nope: {max: 2}"))).toEqual(["unknown-element nope"]);
    expect(found(spec("web: {}"))).toEqual(["missing-key web"]);
    expect(said(spec("web: {max: 2}"))).toEqual([
      "the fewest, 3, are more than the most, 2; raise `max` or lower `min`",
    ]);
  });
});

describe("an image", () => {
  const images =
    "images: {built: {kind: container, repository: ghcr.io/acme/built, tag: '1'}, node: {kind: machine, base: debian-12}}";
  const imageOf = (image: string) => {
    const { apps } = environmentIn(`${images}\napps: {a: {image: "${image}"}}`);
    return apps[0] && [literal(apps[0].image).value, apps[0].builtFrom?.name];
  };

  it("of an app is one of `images`, or a reference with a tag or digest", () => {
    expect(imageOf("built")).toEqual(["ghcr.io/acme/built:1", "built"]);
    expect(imageOf("ghcr.io/acme/web:2")).toEqual(["ghcr.io/acme/web:2", undefined]);
    expect(imageOf("ghcr.io/acme/web@sha256:ab")).toEqual(["ghcr.io/acme/web@sha256:ab", undefined]);
    expect(found(`${images}\napps: {a: {image: bulit}}`)).toEqual(["unknown-element bulit"]);
    expect(found(`${images}\napps: {a: {image: node}}`)).toEqual(["unknown-element node"]);
    expect(found('apps: {a: {image: "a b:1"}}')).toEqual(['malformed-value "a b:1"']);
  });

  it("of a machine is one of `images`, or an operating system", () => {
    const { instances } = environmentIn(`${images}\ninstances: {a: {image: node}, b: {image: rocky-9}, c: {}}`);
    expect(instances.map(({ image }) => (image.kind === "built" ? image.image.name : image.system.value))).toEqual([
      "node",
      "rocky-9",
      "ubuntu-24.04",
    ]);
    expect(found(`${images}\ninstances: {a: {image: built}}`)).toEqual(["unknown-element built"]);
  });
});

describe("a certificate", () => {
  it.each(["tls: c", "tls: tls.c"])("is for the hosts that are served with it: %s", (tls) => {
    const { certificates, apps } = environmentIn(
      `${routed}\nloadBalancer: {l: {${tls}}}\ntls: {c: {hosts: [www.example.com]}}`,
    );
    expect(certificates[0]?.hosts.map((host) => literal(host).value)).toEqual(["shop.example.com", "www.example.com"]);
    expect(apps[0]?.routes[0]?.certificate?.name).toBe("c");
  });

  it("is for some host", () => expect(found("tls: {c: {}}")).toEqual(["certificate-without-hosts c"]));

  it("stands behind a listener that speaks TLS", () =>
    expect(found(`${routed}\nloadBalancer: {l: {listen: [443/https]}}`)).toEqual([
      "listener-without-certificate 443/https",
    ]));
});
