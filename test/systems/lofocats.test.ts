import { describe, expect, it } from "vitest";
import { parse, stringify } from "yaml";
import { type Asked, systemOf } from "../support/systems.ts";

const switched = (metrics: boolean, database: string): string =>
  `database: {metrics: {enabled: ${metrics}}, ${database}}\n`;

interface Configuration {
  readonly remote_write?: unknown;
  readonly remote_read?: unknown;
  readonly scrape_configs: readonly { readonly job_name: string; readonly metrics_path?: string }[];
}

interface Rules {
  readonly groups: readonly { readonly rules: readonly { readonly record?: string }[] }[];
}

/** What stands at a path of a manifest, such as `spec.containers.0.image`. */
type Manifest = (path: string) => unknown;

const readerOf =
  (tree: unknown): Manifest =>
  (path) =>
    path
      .split(".")
      .reduce<unknown>((node, key) => (node as Readonly<Record<string, unknown>> | undefined)?.[key], tree);

interface Switched extends Asked {
  readonly metrics?: boolean;
  readonly database?: string;
}

function lofocats({ overlay = "", metrics = false, database = "", ...asked }: Switched = {}) {
  const system = systemOf("lofocats", { ...asked, overlay: switched(metrics, database) + overlay });
  const manifest = (name: string): Manifest => readerOf(parse(system.text(`kubernetes/${name}.yaml`)));
  const names = system.paths
    .filter((path) => path.startsWith("kubernetes/") && path.endsWith(".yaml"))
    .map((path) => path.slice("kubernetes/".length, -".yaml".length));
  const manifests: readonly Manifest[] = names.map(manifest);
  return { ...system, manifest, manifests, names };
}

const demo = lofocats();
const stage = lofocats({ environment: "stage" });
const prod = lofocats({ environment: "prod" });

const POD = "spec.template.spec";
const CONTAINER = `${POD}.containers.0`;

interface Variable {
  readonly name: string;
}

const variablesOf = (workload: Manifest): readonly Variable[] => workload(`${CONTAINER}.env`) as readonly Variable[];

interface Path {
  readonly path: string;
  readonly pathType: string;
  readonly backend: { readonly service: { readonly name: string } };
}

const pathsOf = (ingress: Manifest): readonly Path[] => ingress("spec.rules.0.http.paths") as readonly Path[];

describe("what runs", () => {
  it("S3-02 takes an image of its own for each of the two", () => {
    expect(demo.manifest("ui.deployment")(`${CONTAINER}.image`)).toBe("docker.io/maxbrunet/lofocats_ui:latest");
    expect(demo.manifest("api.deployment")(`${CONTAINER}.image`)).toBe("docker.io/maxbrunet/lofocats_api:latest");
  });

  it("S3-04 is manifests of Kubernetes, each object in a file", () => {
    const kinds = demo.manifests.map((manifest) => manifest("kind"));
    expect(kinds).toContain("Deployment");
    expect(kinds.filter((kind) => typeof kind !== "string")).toEqual([]);
  });

  it("S3-08 are Deployments with the variables of the spec", () => {
    const names = (app: string) => variablesOf(demo.manifest(`${app}.deployment`)).map(({ name }) => name);
    expect(names("ui")).toEqual(["LOFOCATS_API_URL", "RAILS_ENV", "SECRET_KEY_BASE"]);
    expect(names("api")).toEqual(expect.arrayContaining(["DATABASE_URL", "RAILS_ENV", "SECRET_KEY_BASE"]));
  });

  it("S3-09 is replaced a copy at a time", () => {
    expect(demo.manifest("ui.deployment")("spec.strategy")).toEqual({
      type: "RollingUpdate",
      rollingUpdate: { maxSurge: 1, maxUnavailable: 0 },
    });
  });

  it("S3-10 S3-60 keeps its copies, in prod three", () => {
    expect(demo.manifest("api.deployment")("spec.replicas")).toBe(2);
    expect(prod.manifest("api.deployment")("spec.replicas")).toBe(3);
    expect(demo.manifest("api.pod-disruption-budget")("spec.maxUnavailable")).toBe(1);
  });

  it("S3-29 is asked for its health", () => {
    const ui = demo.manifest("ui.deployment");
    expect(ui(`${CONTAINER}.livenessProbe.httpGet`)).toEqual({ path: "/health", port: "http" });
    expect(ui(`${CONTAINER}.readinessProbe.httpGet`)).toEqual({ path: "/health", port: "http" });
  });

  it("S3-56 reads secrets from Secrets alone", () => {
    const variables = variablesOf(demo.manifest("api.deployment"));
    expect(variables).toContainEqual({
      name: "SECRET_KEY_BASE",
      valueFrom: { secretKeyRef: { name: "api-secret", key: "api_secret" } },
    });
    expect(variables).toContainEqual({
      name: "DATABASE_URL",
      value: "postgres://app:$(SECRET_DB_PASSWORD)@$(DATABASE_LOFOCATS_HOST)/lofocats",
    });
    expect(demo.manifests.filter((manifest) => manifest("kind") === "Secret")).toEqual([]);
  });

  it("S3-59 has names of the environment", () => {
    expect(demo.manifest("namespace")("metadata.name")).toBe("lofocats-demo");
    expect(stage.manifest("namespace")("metadata.name")).toBe("lofocats-stage");
  });
});

describe("the way in", () => {
  it("S3-11 is HTTPS, to which HTTP is sent on", () => {
    expect(stage.manifest("public.ingress")("metadata.annotations")).toMatchObject({
      "networking.gke.io/v1beta1.FrontendConfig": "public",
    });
    expect(stage.manifest("public.frontend-config")("spec.redirectToHttps.enabled")).toBe(true);
  });

  it("S3-12 has a certificate of Let's Encrypt", () => {
    const issuer = stage.manifest("web.issuer");
    expect(issuer("spec.acme.server")).toBe("https://acme-v02.api.letsencrypt.org/directory");
    expect(issuer("spec.acme.solvers")).toEqual([{ http01: { ingress: { name: "public" } } }]);
    expect(stage.manifest("web.certificate")("spec.secretName")).toBe(
      stage.manifest("public.ingress")("spec.tls.0.secretName"),
    );
  });

  it("S3-15 is Google's controller, which reaches the pods themselves", () => {
    const ingress = demo.manifest("public.ingress");
    expect(ingress("metadata.annotations")).toEqual({
      "kubernetes.io/ingress.class": "gce",
      "kubernetes.io/ingress.global-static-ip-name": "lofocats-demo-public",
    });
    expect(ingress("spec.ingressClassName")).toBeUndefined();
    expect(demo.manifest("ui.service")("metadata.annotations")).toEqual({
      "cloud.google.com/backend-config": '{"default":"ui"}',
      "cloud.google.com/neg": '{"ingress":true}',
    });
    expect(demo.manifest("ui.backend-config")("spec.healthCheck")).toMatchObject({
      requestPath: "/health",
      port: 3000,
    });
  });

  it("S3-50 S3-51 leads /api/ to the API before / to the UI", () => {
    const ingress = demo.manifest("public.ingress");
    expect(ingress("spec.rules.0.host")).toBe("lofocats.endpoints.lofocats-demo.cloud.goog");
    expect(pathsOf(ingress).map(({ path, pathType, backend }) => [path, pathType, backend.service.name])).toEqual([
      ["/api/", "Prefix", "api"],
      ["/", "Prefix", "ui"],
    ]);
  });

  it("S3-26 is another controller when its class says so", () => {
    const { manifest, names } = lofocats({ overlay: "ingress: {public: {class: nginx}}" });
    expect(manifest("ui.ingress")("spec.ingressClassName")).toBe("nginx");
    expect(names.filter((name) => /backend-config|frontend-config|public/.test(name))).toEqual([]);
    expect(manifest("ui.service")("metadata.annotations")).toBeUndefined();
  });

  it("S3-58 is HTTP in the demo", () => {
    expect(demo.names.filter((name) => /certificate|issuer|frontend/.test(name))).toEqual([]);
    expect(demo.manifest("public.ingress")("spec.tls")).toBeUndefined();
  });
});

describe("order", () => {
  it("S3-46 brings up what others wait for first", () => {
    const script = demo.text("runbook/up.sh");
    const lines = script.split("\n").filter((line) => /kustomize \.\.|^ {2}completed|rollout status/.test(line));
    expect(lines.map((line) => line.trim())).toEqual([
      "kubectl apply --kustomize ../kubernetes --selector 'app.kubernetes.io/name notin (api, migrate, ui)'",
      "completed lofocats-grants",
      "kubectl apply --kustomize ../kubernetes --selector 'app.kubernetes.io/name notin (api, ui)'",
      "completed migrate",
      "kubectl apply --kustomize ../kubernetes --selector 'app.kubernetes.io/name notin (ui)'",
      "kubectl --namespace lofocats-demo rollout status deployment/api",
      "kubectl apply --kustomize ../kubernetes",
      "kubectl --namespace lofocats-demo rollout status deployment/ui",
    ]);
  });

  it("S3-47 loads the demo data by a job that no deployment runs", () => {
    expect(demo.manifest("jobs/demo-data/demo-data.job")(`${CONTAINER}.command`)).toEqual([
      "rake",
      "db:load_demo_data",
    ]);
    expect(demo.manifest("kustomization")("resources")).not.toContain("jobs/demo-data");
  });
});

describe("secrets", () => {
  it("S3-56 are made once, by Terraform where the database has to know them", () => {
    const values = demo.text("runbook/values.sh");
    expect(values).toContain("secret_api_secret=$(generate api_secret openssl rand -hex 65)");
    expect(values).toContain("secret_db_password=$(terraform -chdir=../terraform output -raw secret_db_password)");
    expect(demo.text("terraform/outputs.tf")).toContain('output "secret_db_password"');
  });
});

const measured = `
apps:
  ui: {metrics: {enabled: true}}
  api: {metrics: {enabled: true}}
  prometheus: {enabled: true}
  pg-adapter: {enabled: true}
monitoring: {prometheus: {enabled: true}}
`;

describe("Prometheus", () => {
  const system = lofocats({ overlay: measured, metrics: true });
  const [configuration] = system.yaml("prometheus/prometheus.yml") as readonly Configuration[];
  const [rules] = system.yaml("prometheus/rules.yml") as readonly Rules[];

  it("S3-21 S3-53 S3-01 is an app like the others, and not public", () => {
    expect(system.manifest("prometheus.deployment")("kind")).toBe("Deployment");
    expect(system.manifest("prometheus.service")("spec.type")).toBe("ClusterIP");
    expect(pathsOf(system.manifest("public.ingress")).map(({ backend }) => backend.service.name)).toEqual([
      "api",
      "ui",
    ]);
    expect(system.names.filter((name) => name === "prometheus.network-policy")).toEqual([]);
  });

  it("S3-22 keeps its series in PostgreSQL through the adapter", () => {
    expect(configuration?.remote_write).toEqual([{ url: "http://pg-adapter:9201/write" }]);
    expect(configuration?.remote_read).toEqual([{ url: "http://pg-adapter:9201/read" }]);
    expect(system.manifest("pg-adapter.network-policy")("spec.ingress")).toEqual([
      {
        from: [{ podSelector: { matchLabels: { "app.kubernetes.io/name": "prometheus" } } }],
        ports: [{ port: "http" }],
      },
    ]);
  });

  it("S3-23 asks the apps, the containers and the machines", () => {
    expect(configuration?.scrape_configs.map(({ job_name }) => job_name)).toEqual([
      "ui",
      "api",
      "containers",
      "machines",
    ]);
    expect(system.manifest("agents/node-exporter.daemon-set")("kind")).toBe("DaemonSet");
    const recorded = rules?.groups[0]?.rules.flatMap(({ record }) => record ?? []);
    expect(recorded).toEqual(
      expect.arrayContaining(["app:requests:rate5m", "app:errors:rate5m", "node:load", "node:memory", "node:cpu"]),
    );
  });

  it("S3-24 derives latency, replicas and availability, and raises an alert", () => {
    const recorded = rules?.groups[0]?.rules.flatMap(({ record }) => record ?? []);
    expect(recorded).toEqual(expect.arrayContaining(["app:latency:p95", "app:replicas", "app:availability"]));
    expect(rules?.groups[0]?.rules.at(-1)).toEqual({
      alert: "Unavailable",
      expr: "app:availability < 0.99",
      for: "10m",
      labels: { severity: "critical" },
    });
  });

  it("S3-30 reads /metrics, which nobody else may", () => {
    expect(configuration?.scrape_configs[0]?.metrics_path).toBe("/metrics");
    expect(system.manifest("prometheus.role")("rules")).toEqual([
      { apiGroups: [""], resources: ["pods"], verbs: ["get", "list", "watch"] },
    ]);
    expect(system.manifest("kustomization")("resources")).toContain("../prometheus");
  });

  it("S3-31 reads what a container beside the app translates", () => {
    const metrics = '{enabled: true, port: 9394, exporter: "ghcr.io/acme/exporter:1.0.0"}';
    const { manifest } = lofocats({ overlay: measured.replace("{enabled: true}", metrics), metrics: true });
    const containers = manifest("ui.deployment")(`${POD}.containers`) as readonly Variable[];
    expect(containers.map(({ name }) => name)).toEqual(["ui", "exporter"]);
    expect(containers[1]).toMatchObject({ ports: [{ name: "metrics", containerPort: 9394 }] });
  });

  it("S3-37 sends its series to Thanos as well", () => {
    const thanos =
      '  thanos: {image: "quay.io/thanos/thanos:v0.36.1", port: 19291}\nmonitoring: {prometheus: {remoteWrite: thanos, ';
    const { yaml } = lofocats({ overlay: measured.replace("monitoring: {prometheus: {", thanos), metrics: true });
    expect((yaml("prometheus/prometheus.yml") as readonly Configuration[])[0]?.remote_write).toEqual([
      { url: "http://thanos:19291/api/v1/receive" },
    ]);
  });
});

describe("wishes", () => {
  it("S3-34 signs in to a registry that is private", () => {
    const login = "{user: ci, password: '${secrets.hub_token}'}";
    const system = lofocats({ overlay: `registry: {hub: {login: ${login}}}\nsecrets: {hub_token: {env: HUB_TOKEN}}` });
    expect(system.manifest("ui.deployment")(`${POD}.imagePullSecrets`)).toEqual([{ name: "registry-hub" }]);
    expect(system.text("runbook/up.sh")).toContain('"password": env.secret_hub_token');
    expect(demo.manifest("ui.deployment")(`${POD}.imagePullSecrets`)).toBeUndefined();
  });

  it("S3-25 scales with the load", () => {
    const { manifest } = lofocats({ overlay: "scaling: {ui: {enabled: true}, api: {enabled: true}}" });
    expect(manifest("api.horizontal-pod-autoscaler")("spec")).toMatchObject({ minReplicas: 2, maxReplicas: 6 });
    expect(manifest("api.deployment")("spec.replicas")).toBeUndefined();
  });

  const host = "lofocats.endpoints.lofocats-demo.cloud.goog";
  const internal = `
apps: {api: {routes: [{host: ${host}, path: /api/}, {host: ${host}, path: /api/health, internal: true}]}}
`;

  it("S3-54 keeps internal paths from everybody outside", () => {
    const { manifest } = lofocats({ overlay: internal });
    expect(pathsOf(manifest("public.ingress")).map(({ path }) => path)).toEqual(["/api/", "/"]);
    expect(manifest("api.backend-config")("spec.securityPolicy")).toEqual({ name: "lofocats-demo-api" });
    const entries = manifest("api.network-policy")("spec.ingress") as readonly { readonly from: readonly unknown[] }[];
    expect(entries.flatMap(({ from }) => from)).toEqual([
      { podSelector: { matchLabels: { "app.kubernetes.io/name": "ui" } } },
      { ipBlock: { cidr: "35.191.0.0/16" } },
      { ipBlock: { cidr: "130.211.0.0/22" } },
      { ipBlock: { cidr: "10.8.0.0/13" } },
    ]);
  });

  it("S3-54 has Google's balancer refuse them", async () => {
    const { block } = lofocats({ overlay: internal });
    const policy = await block("resource", "google_compute_security_policy", "api");
    expect(policy?.name).toBe("lofocats-demo-api");
    expect(JSON.stringify(policy)).toContain("request.path.startsWith('/api/health/')");
  });

  it("S3-28 writes the database into a bucket by schedule", async () => {
    const { block, manifest, text } = lofocats({
      overlay: "storage: {external: {enabled: true}}\nbackup: {export: {enabled: true}}",
    });
    const job = manifest("export-lofocats.cron-job");
    expect(job("spec.schedule")).toBe("0 3 * * *");
    expect(text("kubernetes/export-lofocats.sh")).toContain("gcloud sql export sql");
    expect(manifest("kustomization")("configMapGenerator")).toEqual([
      { name: "export-lofocats", files: ["export.sh=export-lofocats.sh"] },
    ]);
    const right = await block("resource", "google_project_iam_member", "export_lofocats");
    expect(right?.role).toBe("roles/cloudsql.viewer");
    expect(right?.member).toContain("/subject/ns/lofocats-demo/sa/export-lofocats");
  });

  it("S3-27 runs PostgreSQL in the cluster by an operator", () => {
    const { manifest, names } = lofocats({
      overlay: "outputs: {sql_ip: null}",
      database: "lofocats: {runsOn: gke, size: null}",
    });
    const cluster = manifest("lofocats.cluster");
    expect(cluster("apiVersion")).toBe("postgresql.cnpg.io/v1");
    expect(cluster("spec.instances")).toBe(3);
    expect(cluster("spec.managed.roles.0.passwordSecret")).toEqual({ name: "database-lofocats-app" });
    expect(names).toContain("database-lofocats.network-policy");
    expect(variablesOf(manifest("api.deployment"))).toContainEqual({
      name: "DATABASE_LOFOCATS_HOST",
      valueFrom: { secretKeyRef: { name: "lofocats-app", key: "host" } },
    });
  });

  it("S3-35 keeps logs in Elasticsearch, collected on each machine", () => {
    const { manifest, text, yaml } = lofocats({ overlay: "logging: {efk: {enabled: true}}" });
    expect(manifest("agents/fluent-bit.daemon-set")("kind")).toBe("DaemonSet");
    expect(manifest("agents/logs.elasticsearch")("kind")).toBe("Elasticsearch");
    expect(manifest("agents/logs.kibana")("spec.elasticsearchRef")).toEqual({ name: "logs" });
    expect(yaml("kubernetes/agents/fluent-bit.yaml")).toMatchObject([
      { pipeline: { inputs: [{ path: "/var/log/containers/*_lofocats-demo_*.log" }] } },
    ]);
    expect(text("kubernetes/agents/log-retention.json")).toContain('"data_retention": "30d"');
    expect(text("runbook/up.sh")).toContain("kubectl apply --kustomize ../kubernetes/agents");
  });

  it("S3-33 takes what a file says that extends it", () => {
    const part = { apps: { ui: { replicas: 4 } } };
    const { manifest } = lofocats({ overlay: stringify(part) });
    expect(manifest("ui.deployment")("spec.replicas")).toBe(4);
  });

  it("S3-61 keeps five releases to go back to", () =>
    expect(demo.manifest("ui.deployment")("spec.revisionHistoryLimit")).toBe(5));

  it("S3-39 reads secrets from Vault", () => {
    const { text } = lofocats({
      overlay: "secrets: {api_secret: {generate: null, length: null, vault: kv/lofocats/api}}",
    });
    expect(text("runbook/values.sh")).toContain("secret_api_secret=$(vault kv get -field=value kv/lofocats/api)");
  });

  it("S3-54 does so with ingress-nginx by the addresses that it lets in", () => {
    const { manifest } = lofocats({ overlay: `ingress: {public: {class: nginx}}\n${internal}` });
    expect(manifest("api-internal.ingress")("metadata.annotations")).toEqual({
      "nginx.ingress.kubernetes.io/whitelist-source-range": "10.8.0.0/13",
    });
    expect(pathsOf(manifest("api-internal.ingress"))[0]?.path).toBe("/api/health");
  });
});
