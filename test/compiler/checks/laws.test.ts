import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { stringify } from "yaml";
import type { Diagnostic } from "../../../src/compiler/diagnostics/diagnostic.ts";
import { compileText } from "../../support/specc.ts";

const port = fc.constantFrom(22, 80, 5432, 65535);
const number = fc.constantFrom(0, 1, 3, 9);
const host = fc.constantFrom(
  "example.com",
  "a.example.com",
  "*.example.org",
  "${vars.host}",
  "${self.name}.example.com",
);
const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const some = <T>(value: fc.Arbitrary<T>) => fc.array(value, { minLength: 1, maxLength: 2 });

const app = fc.record(
  {
    image: fc.constantFrom("a", "a/b:1", "a:latest", "r:5000/a", "a:${build.commit}"),
    enabled: fc.constantFrom(true, true, true, false),
    kind: fc.constantFrom("service", "job", "daemon"),
    schedule: fc.constant("0 6 * * *"),
    runsOn: fc.constantFrom("one", "two"),
    port,
    replicas: number,
    health: fc.record({ http: fc.constant("/"), interval: fc.constantFrom("0s", "1s", "10s") }, { requiredKeys: [] }),
    routes: some(fc.record({ host, path: fc.constantFrom("/", "/a", "/a/") })),
    env: fc.constantFrom({}, { A: "${apps.b.url}" }, { A: "${apps.a.publicUrl}", B: "${secrets.s}" }),
    consumes: fc.constantFrom([], ["a"], ["b"], ["database.main"]),
    dependsOn: fc.constantFrom([], ["a"], ["b"]),
  },
  { requiredKeys: ["image", "runsOn"] },
);

const group = fc.record({ network: fc.constantFrom("one", "two"), count: number }, { requiredKeys: ["network"] });

const rule = fc.record({
  from: some(fc.constantFrom("any", "internal", "0.0.0.0/0", "10.0.0.0/8", "instances.one", "apps.a")),
  to: some(fc.constantFrom("instances.two", "apps.b", "database.main", "loadBalancer.l")),
  allow: some(fc.constantFrom(22, "5432/udp", "1-65535", "5432/tcp")),
});

const record = fc.constantFrom(
  { values: ["192.0.2.1"] },
  { type: "CNAME", values: ["a.example.net"] },
  { type: "CNAME", values: ["a.example.net", "b.example.net"] },
);

const cidr = fc.constantFrom("10.0.0.0/16", "10.0.4.0/24", "0.0.0.0/0", "192.168.0.0/30");

/** Everything that checks look at, each part in order or not. */
const spec = fc.record({
  vars: fc.constant({ host: "b.example.com", idle: true }),
  secrets: fc.constant({ s: { template: "x${apps.a.url}" }, idle: { env: "IDLE" } }),
  network: fc.record({ one: fc.record({ cidr }), two: fc.record({ cidr }) }),
  images: fc.constant({ a: { kind: "container", repository: "a/a" }, m: { kind: "machine", base: "ubuntu-24.04" } }),
  instances: fc.record({ one: group, two: group }),
  apps: fc.record({ a: app, b: app }),
  loadBalancer: fc.constantFrom(
    { l: { network: "one" } },
    { l: { network: "two", to: ["instances.one"], listen: ["80/tcp", "80/tcp"] } },
  ),
  firewall: optional(fc.record({ r: rule })),
  dns: optional(
    fc.record({
      z: fc.record({
        domain: host.filter((name) => name === "example.com"),
        records: fc.record({ a: record, "@": record }),
      }),
    }),
  ),
  database: fc.constant({ main: { engine: "postgres", version: "16", network: "one" } }),
  backup: fc.constantFrom({}, { a: { of: "main", keep: "0d" }, b: { of: "main" } }),
  scaling: fc.constantFrom({}, { s: { of: "apps.a", min: 2, max: 3 }, t: { of: "instances.one", min: 0, max: 3 } }),
});

const head = { specc: 1, name: "shop", provider: { kind: "aws", region: "eu-west-1" } };
const compiled = (written: object) => compileText(stringify({ ...head, ...written }));
const shown = ({ code, place }: Diagnostic): string => `${code} at ${"at" in place ? place.at.join(".") : ""}`;

/** What a map says does not depend on the order in which it says it. */
const reversed = (value: unknown): unknown =>
  typeof value !== "object" || value === null || Array.isArray(value)
    ? value
    : Object.fromEntries(
        Object.entries(value)
          .reverse()
          .map(([key, inner]) => [key, reversed(inner)]),
      );

describe("checks of any environment", () => {
  it("find the same whatever the order of names", () => {
    fc.assert(
      fc.property(spec, (written) => {
        const findings = (of: object) => compiled(of).diagnostics.map(shown).sort();
        expect(findings(reversed(written) as object)).toEqual(findings(written));
      }),
      { numRuns: 40 },
    );
  });

  it("find warnings that can be accepted where they are", () => {
    fc.assert(
      fc.property(spec, (written) => {
        const { environment, diagnostics } = compiled(written);
        const warnings = environment === undefined ? [] : diagnostics.filter(({ severity }) => severity === "warning");
        const places = warnings.flatMap(({ code, place }) =>
          "at" in place && !place.at.includes("@") ? [{ code, at: place.at.join(".") }] : [],
        );
        const accept = Object.fromEntries(
          places.map(({ code }) => [
            code,
            { at: [...new Set(places.filter((each) => each.code === code).map(({ at }) => at))], reason: "known" },
          ]),
        );
        const left = compiled({ ...written, policy: { accept } }).diagnostics.map(({ severity }) => severity);
        if (environment !== undefined) expect(left).not.toContain("warning");
      }),
      { numRuns: 40 },
    );
  });

  it("meet enough environments that are there", () => {
    const samples = fc.sample(spec, { numRuns: 60, seed: 7 }).map(compiled);
    const codes = new Set(samples.flatMap(({ diagnostics }) => diagnostics.map(({ code }) => code)));
    expect(samples.filter(({ environment }) => environment !== undefined).length).toBeGreaterThan(20);
    expect(codes.size).toBeGreaterThan(15);
  });
});
