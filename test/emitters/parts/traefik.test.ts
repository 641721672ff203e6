import { parse as parseToml } from "smol-toml";
import { describe, expect, it } from "vitest";
import { parse as parseYaml } from "yaml";
import { literal } from "../../../src/compiler/environment/text.ts";
import { traefikConfiguration, type TraefikSettings } from "../../../src/emitters/parts/traefik-configuration.ts";
import { routeKeys } from "../../../src/emitters/parts/traefik-keys.ts";
import { traefikTags } from "../../../src/emitters/parts/traefik-tags.ts";
import type { TraefikMajor } from "../../../src/emitters/parts/traefik-version.ts";
import { traced } from "../../../src/formats/origin.ts";
import { printToml } from "../../../src/formats/toml/print.ts";
import { toml } from "../../../src/formats/toml/tree.ts";
import { printYaml } from "../../../src/formats/yaml/print.ts";
import { yaml } from "../../../src/formats/yaml/tree.ts";
import { environmentOf } from "../../support/specc.ts";

const settings = (major: TraefikMajor, more: Partial<TraefikSettings> = {}): TraefikSettings => ({
  major,
  at: ["ingress", "edge"],
  entryPoints: [{ name: "http", port: traced(80) }],
  dashboard: traced(8080),
  provider: { kind: "etcd", endpoint: "127.0.0.1:2379", prefix: traced("/traefik") },
  ...more,
});

const secured: Partial<TraefikSettings> = {
  entryPoints: [
    { name: "http", port: traced(80), redirectsTo: "https" },
    { name: "https", port: traced(443), tls: { resolver: "letsencrypt" } },
  ],
  resolver: { name: "letsencrypt", email: "ops@example.com", storage: "/data/acme.json" },
};

const tomlOf = (of: TraefikSettings) => printToml(toml(traefikConfiguration(of))).text;

describe("Traefik's configuration", () => {
  it("is TOML of 1.7 with etcd", () => {
    expect(tomlOf(settings(1))).toMatchInlineSnapshot(`
      "defaultEntryPoints = ["http"]

      [entryPoints.http]
      address = ":80"

      [entryPoints.traefik]
      address = ":8080"

      [api]
      entryPoint = "traefik"
      dashboard = true

      [ping]
      entryPoint = "traefik"

      [etcd]
      endpoint = "127.0.0.1:2379"
      watch = true
      prefix = "/traefik"
      "
    `);
  });

  it("speaks etcd's third API where it is told to, and later versions speak no other", () => {
    const provider = { kind: "etcd", endpoint: "127.0.0.1:2379", prefix: traced("/traefik"), api: 3 } as const;
    expect(parseToml(tomlOf(settings(1, { provider })))).toMatchObject({ etcd: { useAPIV3: true } });
    expect(parseToml(tomlOf(settings(3, { provider })))).toMatchObject({
      providers: { etcd: { endpoints: ["127.0.0.1:2379"], rootKey: "traefik" } },
    });
  });

  it("serves HTTPS with certificates of Let's Encrypt, and redirects to it", () => {
    expect(parseToml(tomlOf(settings(1, secured)))).toMatchObject({
      entryPoints: { http: { redirect: { entryPoint: "https" } }, https: { tls: { minVersion: "VersionTLS12" } } },
      acme: { entryPoint: "https", httpChallenge: { entryPoint: "http" } },
    });
    expect(parseToml(tomlOf(settings(2, secured)))).toMatchObject({
      entryPoints: {
        http: { http: { redirections: { entryPoint: { to: "https", scheme: "https" } } } },
        https: { address: ":443", http: { tls: { certResolver: "letsencrypt" } } },
      },
      certificatesResolvers: { letsencrypt: { acme: { httpChallenge: { entryPoint: "http" } } } },
    });
  });

  it.each([1, 2, 3] as const)("takes from Consul's catalogue what asks for it, in version %s", (major) => {
    const of = settings(major, { provider: { kind: "consul-catalog", endpoint: "127.0.0.1:8500" } });
    const read = parseToml(tomlOf(of)) as Record<string, Record<string, unknown>>;
    const catalogue = major === 1 ? read.consulCatalog : read.providers?.consulCatalog;
    expect(catalogue).toMatchObject({ exposedByDefault: false });
    expect(parseYaml(printYaml(yaml(traefikConfiguration(of))).text)).toEqual(read);
  });
});

const app = (routes: string) =>
  environmentOf(`
    cluster: {main: {kind: nomad, servers: [main], clients: [main]}}
    instances: {main: {count: 3}}
    apps: {web: {image: "acme/web:1", port: 80, routes: ${routes}}}`).apps[0] as never;

const two = "[{host: a.example.com, path: /x}, {host: '*.example.com'}]";

describe("routes", () => {
  it.each([
    [1, ["traefik.enable=true", "traefik.frontend.rule=Host:a.example.com", "traefik.frontend.entryPoints=http"]],
    [
      3,
      [
        "traefik.enable=true",
        "traefik.http.routers.web.rule=Host(`a.example.com`)",
        "traefik.http.routers.web.entryPoints=http",
      ],
    ],
  ] as const)("are tags of a service in version %s", (major, expected) =>
    expect(
      traefikTags(app("[{host: a.example.com}]"), { major, entryPoints: ["http"] }).map((tag) => literal(tag).value),
    ).toEqual(expected),
  );

  it.each([
    [1, ["Host:a.example.com;PathPrefix:/x", "HostRegexp:{label:[^.]+}.example.com"]],
    [2, ["Host(`a.example.com`) && PathPrefix(`/x`)", "HostRegexp(`{label:[^.]+}.example.com`)"]],
    [3, ["Host(`a.example.com`) && PathPrefix(`/x`)", "HostRegexp(`^[^.]+\\.example\\.com$`)"]],
  ] as const)("are keys of a store in version %s", (major, rules) => {
    const keys = routeKeys(major, "/traefik", app(two)).map(({ key, value }) => [key, literal(value).value]);
    expect(keys.filter(([key]) => key?.endsWith("/rule")).map(([, value]) => value)).toEqual(rules);
    expect(keys.filter(([, value]) => value === "web").map(([key]) => key)).toEqual(
      major === 1
        ? ["/traefik/frontends/web/backend", "/traefik/frontends/web_2/backend"]
        : ["/traefik/http/routers/web/service", "/traefik/http/routers/web_2/service"],
    );
  });
});
