import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { stringify } from "yaml";
import { blocksOf } from "./job-of.ts";

const around = `
  database: {main: {engine: postgres, version: '16'}}
  secrets: {payment_key: {env: PAYMENT_KEY}, dsn: {template: 'mysql://a:\${secrets.payment_key}@db'}}
  instances: {web: {firstIndex: 0}}
  apps:
    api: {image: 'acme/api:2', port: 9090}
    search-index: {image: 'acme/search:1', port: 7700}
    web:
      image: acme/web:1
      port: 80
      routes: [{host: shop.example.com, path: /api}]
      env: `;

const dataOf = (env: string): string => {
  const [, data = ""] = /<<-EOT\n([\s\S]*?)\n *EOT/.exec(blocksOf("template", "web", `${around}{${env}}`)) ?? [];
  return data.replaceAll(/^ {4}/gm, "");
};

describe("settings that the spec knows", () => {
  it("stand in the job", () => {
    const env = `{LEVEL: info, N: 3, USER: '\${database.main.user}', SELF: '\${apps.web.publicUrl}/\${self.name}', I: '\${self.index}'}`;
    expect(blocksOf("env", "web", `${around}${env}`)).toMatchInlineSnapshot(`
      "env {
        I     = NOMAD_ALLOC_INDEX
        LEVEL = "info"
        N     = "3"
        SELF  = "http://shop.example.com/api/web"
        USER  = "shop"
      }
      "
    `);
    expect(blocksOf("template", "web", `${around}${env}`)).toBe("");
  });
});

describe("settings that only the deployment knows", () => {
  it("come from the Nomad variable of the job, quoted for the file of settings", () => {
    expect(blocksOf("template", "web", `${around}{HOST: '\${database.main.host}', KEY: '\${secrets.payment_key}'}`))
      .toMatchInlineSnapshot(`
      "template {
        destination          = "\${NOMAD_SECRETS_DIR}/settings.env"
        env                  = true
        change_mode          = "restart"
        error_on_missing_key = true

        data = <<-EOT
          {{ with nomadVar "nomad/jobs/web" }}
          HOST={{ .database_main_host.Value | toJSON }}
          KEY={{ .payment_key.Value | toJSON }}
          {{ end }}
        EOT
      }
      "
    `);
  });

  it("are mixed with literal text", () => {
    expect(dataOf("JDBC: 'jdbc:postgresql://${database.main.host}:${database.main.port}/x'")).toMatchInlineSnapshot(`
      "{{ with nomadVar "nomad/jobs/web" }}
      JDBC={{ print "jdbc:postgresql://" .database_main_host.Value ":5432/x" | toJSON }}
      {{ end }}"
    `);
  });

  it("are put together from the secrets that a secret is made of", () => {
    expect(dataOf("DSN: '${secrets.dsn}'")).toMatchInlineSnapshot(`
      "{{ with nomadVar "nomad/jobs/web" }}
      DSN={{ print "mysql://a:" .payment_key.Value "@db" | toJSON }}
      {{ end }}"
    `);
  });

  it("come from the catalogue where they are another app's", () => {
    expect(dataOf("API: '${apps.api.url}', API_HOST: '${apps.api.host}'")).toMatchInlineSnapshot(`
      "{{ range nomadService 1 (env "NOMAD_ALLOC_ID") "api" }}
      API={{ print "http://" .Address ":" .Port | toJSON }}
      API_HOST={{ .Address | toJSON }}
      {{ end }}"
    `);
  });

  it("go by name where they come from several places", () => {
    const env = "ALL: '${apps.api.url},${apps.search-index.url},${database.main.host}'";
    expect(dataOf(env)).toMatchInlineSnapshot(`
      "{{ with $job := nomadVar "nomad/jobs/web" }}
      {{ range $service_api := nomadService 1 (env "NOMAD_ALLOC_ID") "api" }}
      {{ range $service_search_index := nomadService 1 (env "NOMAD_ALLOC_ID") "search-index" }}
      ALL={{ print "http://" $service_api.Address ":" $service_api.Port "," "http://" $service_search_index.Address ":" $service_search_index.Port "," $job.database_main_host.Value | toJSON }}
      {{ end }}
      {{ end }}
      {{ end }}"
    `);
  });

  it("do not restart a job that is running", () => {
    const fragment =
      "secrets: {key: {env: KEY}}\napps: {report: {kind: job, image: 'a/b:1', env: {KEY: '${secrets.key}'}}}";
    expect(blocksOf("template", "report", fragment)).toContain('change_mode          = "noop"');
  });
});

describe("settings that a client would change", () => {
  it("are rendered, since it leaves alone what a template says", () => {
    const fragment = "apps: {web: {image: 'a/b:1', env: {HINT: 'use $${NOMAD_PORT_http}'}}}";
    expect(blocksOf("env", "web", fragment)).toBe("");
    expect(blocksOf("template", "web", fragment)).toContain('= "HINT={{ \\"use $${NOMAD_PORT_http}\\" | toJSON }}\\n"');
  });

  it("are rendered with the offset of the first index", () => {
    const fragment = "apps: {web: {image: 'acme/web:1', env: {INDEX: '${self.index}', NODE: 'web-${self.index}'}}}";
    expect(blocksOf("template", "web", fragment)).toMatchInlineSnapshot(`
      "template {
        destination          = "\${NOMAD_SECRETS_DIR}/settings.env"
        env                  = true
        change_mode          = "restart"
        error_on_missing_key = true

        data = <<-EOT
          INDEX={{ (env "NOMAD_ALLOC_INDEX" | parseInt | add 1 | printf "%d") | toJSON }}
          NODE={{ print "web-" (env "NOMAD_ALLOC_INDEX" | parseInt | add 1 | printf "%d") | toJSON }}
        EOT
      }
      "
    `);
  });
});

describe("any text beside a secret", () => {
  const printable = fc.string({ unit: fc.constantFrom(..."ab\"'\\{}$%#`~ \n\té€😀"), minLength: 1, maxLength: 12 });

  /** What Go reads from the operands of `print`. */
  const operands = (data: string): string =>
    (/print (.*) \| toJSON \}\}/.exec(data)?.[1] ?? "")
      .replaceAll("$${", "${")
      .replaceAll("%%{", "%{")
      .split(/ \.key\.Value ?/)
      .map((operand) => (operand === "" ? "" : (JSON.parse(operand) as string)))
      .join("<secret>");

  it("arrives as it is written", () => {
    fc.assert(
      fc.property(printable, printable, (before, after) => {
        const text = `${before.replaceAll("${", "$$${")}<\${secrets.key}${after.replaceAll("${", "$$${")}`;
        const spec = stringify({
          secrets: { key: { env: "KEY" }, text: { template: text } },
          apps: { web: { image: "a/b:1", env: { TEXT: "${secrets.text}" } } },
        });
        expect(operands(blocksOf("template", "web", spec))).toBe(`${before}<<secret>${after}`);
      }),
      { numRuns: 100 },
    );
  });
});
