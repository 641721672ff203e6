import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { compileText } from "../../support/specc.ts";
import { kubernetes } from "../../../src/emitters/kubernetes/index.ts";
import { kubeconform } from "../../oracles/kubeconform/kubeconform.ts";

/** What needs a definition of its own: the controllers of Google and Let's Encrypt, and two operators. */
const spec = `
specc: 1
name: shop
provider: {kind: google, region: europe-west1, project: shop}
targets: [kubernetes]
network: {main: {cidr: 10.0.0.0/16}}
cluster: {gke: {kind: kubernetes, nodes: [nodes]}}
instances: {nodes: {count: 2}}
apps:
  api: {image: "api:1", port: 80, health: {http: /up}, env: {DATABASE_URL: "\${database.main.url}"},
    routes: [{host: a.example.com}, {host: a.example.com, path: /up, internal: true}]}
  web: {image: "web:1", port: 80, routes: [{host: b.example.com}]}
ingress: {main: {class: gce, tls: shop}, other: {class: gce, tls: signed}, third: {class: nginx, tls: third}}
tls:
  shop: {issuer: letsencrypt, email: ops@example.com}
  signed: {hosts: [b.example.com]}
  third: {issuer: letsencrypt, hosts: [c.example.com]}
database:
  main: {engine: postgres, version: "16", ha: true, runsOn: gke, users: {reporting: {rights: read}, app: {password: "\${secrets.app}"}}}
backup: {nightly: {of: database.main}}
logging: {main: {kind: efk}}
secrets: {app: {env: APP_PASSWORD}}
`;

const { files, diagnostics } = compileText(spec, [kubernetes]);
const manifests = [...files].filter(([path]) => path.endsWith(".yaml"));

const judged = (path: string, text: string) =>
  kubeconform(
    {
      strict: true,
      summary: false,
      verbose: true,
      ignoreMissingSchemas: true,
      output: "json",
      locations: ["test/fixtures/crds/{{.ResourceKind}}{{.KindSuffix}}.json"],
      files: [path],
    },
    (file) => (file === path ? text : readIfThere(file)),
  );

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}

const kindOf = (text: string): string => /^kind: (.*)$/m.exec(text)?.[1] ?? "";

describe("custom resources", () => {
  it("are what their definitions say", () => {
    expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
    const refused = manifests.filter(
      ([path, { printed }]) => judged(path, printed.text).failed && kindOf(printed.text),
    );
    expect(refused.map(([path, { printed }]) => judged(path, printed.text).text)).toEqual([]);
  });

  it.each([
    "BackendConfig",
    "Certificate",
    "Cluster",
    "Elasticsearch",
    "FrontendConfig",
    "Issuer",
    "Kibana",
    "ManagedCertificate",
    "ScheduledBackup",
  ])("%s is among them, and refused when it is not as defined", (kind) => {
    const [path, file] = manifests.find(([, { printed }]) => kindOf(printed.text) === kind) ?? [];
    const text = file?.printed.text ?? "";
    expect(judged(path ?? "", text).text).toContain("statusValid");
    expect(judged(path ?? "", text.replace("\nspec:", "\nspec:\n  unheardOf: true")).failed).toBe(true);
  });
});
