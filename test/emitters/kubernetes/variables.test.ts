import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { manifests, section } from "./manifests.ts";

const around = `
database: {main: {engine: postgres, version: "16"}}
instances: {pool: {count: 2}}
network: {main: {}}
vars: {release: "1.4"}
secrets:
  payment_key: {env: PAYMENT_KEY}
  dsn: {template: "postgres://shop:\${secrets.payment_key}@\${database.main.host}/shop"}
  password: {from: database.main.password}
`;

const env = (settings: Readonly<Record<string, string>>, more = ""): string =>
  section(
    manifests(`${around}
apps:
  api: {image: "api:1", port: 9090, routes: [{host: api.example.com, path: /v1}]}
  web: {image: "nginx:1", env: ${JSON.stringify(settings)}, ${more}}`)["web.deployment"],
    "env",
  );

describe("env", () => {
  it("passes on what is written, in order of name", () => {
    expect(env({ LOG_LEVEL: "info", DEBUG: "true", RELEASE: "v${vars.release}" })).toMatchInlineSnapshot(`
      "env:
        - name: DEBUG
          value: "true"
        - name: LOG_LEVEL
          value: info
        - name: RELEASE
          value: v1.4"
    `);
  });

  it("is left out when there is none", () => {
    expect(env({})).toBe("");
  });

  it("knows where apps are", () => {
    expect(env({ A: "${apps.api.url}", B: "${apps.api.host}:9090", C: "${apps.api.publicUrl}/users" }))
      .toMatchInlineSnapshot(`
      "env:
        - name: A
          value: http://api:9090
        - name: B
          value: api:9090
        - name: C
          value: http://api.example.com/v1/users"
    `);
  });

  it("reads what Terraform knows from a ConfigMap, and what is secret from a Secret", () => {
    expect(
      env({
        HOST: "${database.main.host}",
        PASSWORD: "${database.main.password}",
        NODES: "${instances.pool.addresses}",
      }),
    ).toMatchInlineSnapshot(`
      "env:
        - name: HOST
          valueFrom:
            configMapKeyRef:
              name: database-main
              key: host
        - name: NODES
          valueFrom:
            configMapKeyRef:
              name: instances-pool
              key: addresses
        - name: PASSWORD
          valueFrom:
            secretKeyRef:
              name: database-main
              key: password"
    `);
  });

  it("reads secrets from a Secret each, and those made of others from where these come from", () => {
    expect(env({ KEY: "${secrets.payment_key}", PASSWORD: "${secrets.password}", URL: "${secrets.dsn}" }))
      .toMatchInlineSnapshot(`
      "env:
        - name: DATABASE_MAIN_HOST
          valueFrom:
            configMapKeyRef:
              name: database-main
              key: host
        - name: KEY
          valueFrom:
            secretKeyRef:
              name: payment-key
              key: payment_key
        - name: PASSWORD
          valueFrom:
            secretKeyRef:
              name: database-main
              key: password
        - name: URL
          value: "postgres://shop:$(KEY)@$(DATABASE_MAIN_HOST)/shop""
    `);
  });

  it("knows the pod", () => {
    expect(env({ NAME: "${self.name}", ADDRESS: "${self.address}" })).toMatchInlineSnapshot(`
      "env:
        - name: ADDRESS
          valueFrom:
            fieldRef:
              fieldPath: status.podIP
        - name: NAME
          valueFrom:
            fieldRef:
              fieldPath: metadata.name"
    `);
  });

  it("fills strings from variables that stand before them", () => {
    expect(env({ A_URL: "http://${database.main.host}:${database.main.port}", Z_HOST: "${database.main.host}" }))
      .toMatchInlineSnapshot(`
      "env:
        - name: DATABASE_MAIN_PORT
          valueFrom:
            configMapKeyRef:
              name: database-main
              key: port
        - name: Z_HOST
          valueFrom:
            configMapKeyRef:
              name: database-main
              key: host
        - name: A_URL
          value: "http://$(Z_HOST):$(DATABASE_MAIN_PORT)""
    `);
  });

  it("keeps its own variables apart from those of the app", () => {
    expect(env({ DATABASE_MAIN_HOST: "mine", URL: "x${database.main.host}" })).toMatchInlineSnapshot(`
      "env:
        - name: DATABASE_MAIN_HOST_
          valueFrom:
            configMapKeyRef:
              name: database-main
              key: host
        - name: DATABASE_MAIN_HOST
          value: mine
        - name: URL
          value: "x$(DATABASE_MAIN_HOST_)""
    `);
  });

  it("has a variable for what only the command reads", () => {
    expect(env({}, 'args: ["--host=${database.main.host}"]')).toMatchInlineSnapshot(`
      "env:
        - name: DATABASE_MAIN_HOST
          valueFrom:
            configMapKeyRef:
              name: database-main
              key: host"
    `);
  });
});

/** How Kubernetes fills in a string: third_party/forked/golang/expansion/expand.go. */
function expand(input: string, variables: Readonly<Record<string, string>>): string {
  return input.replace(/\$(?:\$|\(([^)]*)\))/g, (match, name?: string) =>
    name === undefined ? "$" : (variables[name] ?? match),
  );
}

describe("what is written", () => {
  it("reaches the process, whatever dollars are in it", () => {
    const word = fc.string({ unit: fc.constantFrom("$", "(", ")", "{", "A", "b", " ", "\\", '"', "#") });
    fc.assert(
      fc.property(word, (value) => {
        const text = env({ A: "set", VALUE: value.replaceAll("${", "$$${"), Z: "1" });
        const { env: list } = parse(text) as { env: { name: string; value: string }[] };
        const printed = list.find(({ name }) => name === "VALUE")?.value ?? "";
        expect(expand(printed, { A: "set" })).toBe(value);
      }),
      { numRuns: 60 },
    );
  });
});
