import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { type Asked, systemOf } from "../support/systems.ts";

const mended = `
database: {lofocats: {version: "16"}}
outputs: {endpoint: null}
`;

// biome-ignore lint/suspicious/noExplicitAny: manifests are read as their readers would
type Manifest = any;

function lofocats({ overlay = "", ...asked }: Asked = {}) {
  const system = systemOf("lofocats", { ...asked, overlay: mended + overlay });
  const manifest = (name: string): Manifest => parse(system.text(`kubernetes/${name}.yaml`));
  const names = system.paths
    .filter((path) => path.startsWith("kubernetes/"))
    .map((path) => path.slice("kubernetes/".length, -".yaml".length));
  const manifests: readonly Manifest[] = names.map(manifest);
  return { ...system, manifest, manifests, names };
}

const demo = lofocats();
const stage = lofocats({ environment: "stage" });
const prod = lofocats({ environment: "prod" });

const container = ({ spec }: Manifest): Manifest => spec.template.spec.containers[0];
const variables = (workload: Manifest): readonly string[] =>
  container(workload).env.map(({ name }: Manifest): string => name);

describe("what runs", () => {
  it("S3-02 takes an image of its own for each of the two", () => {
    expect(container(demo.manifest("ui.deployment")).image).toBe("docker.io/maxbrunet/lofocats_ui:latest");
    expect(container(demo.manifest("api.deployment")).image).toBe("docker.io/maxbrunet/lofocats_api:latest");
  });

  it("S3-04 is manifests of Kubernetes, each object in a file", () => {
    expect(demo.manifests.map(({ kind }) => kind)).toContain("Deployment");
    expect(
      demo.manifests.every(({ apiVersion, kind }) => typeof apiVersion === "string" && typeof kind === "string"),
    ).toBe(true);
  });

  it("S3-08 are Deployments with the variables of the spec", () => {
    expect(variables(demo.manifest("ui.deployment"))).toEqual(["LOFOCATS_API_URL", "RAILS_ENV", "SECRET_KEY_BASE"]);
    expect(variables(demo.manifest("api.deployment"))).toEqual(
      expect.arrayContaining(["DATABASE_URL", "RAILS_ENV", "SECRET_KEY_BASE"]),
    );
  });

  it("S3-09 is replaced a copy at a time", () => {
    expect(demo.manifest("ui.deployment").spec.strategy).toEqual({
      type: "RollingUpdate",
      rollingUpdate: { maxSurge: 1, maxUnavailable: 0 },
    });
  });

  it("S3-10 S3-60 keeps its copies, in prod three", () => {
    expect(demo.manifest("api.deployment").spec.replicas).toBe(2);
    expect(prod.manifest("api.deployment").spec.replicas).toBe(3);
    expect(demo.manifest("api.pod-disruption-budget").spec.maxUnavailable).toBe(1);
  });

  it("S3-29 is asked for its health", () => {
    const { livenessProbe, readinessProbe } = container(demo.manifest("ui.deployment"));
    expect(livenessProbe.httpGet).toEqual({ path: "/health", port: "http" });
    expect(readinessProbe.httpGet).toEqual({ path: "/health", port: "http" });
  });

  it("S3-56 reads secrets from Secrets alone", () => {
    const names = demo.manifest("api.deployment").spec.template.spec.containers[0].env;
    expect(names.find(({ name }: Manifest) => name === "SECRET_KEY_BASE").valueFrom).toEqual({
      secretKeyRef: { name: "api-secret", key: "api_secret" },
    });
    expect(names.find(({ name }: Manifest) => name === "DATABASE_URL").value).toBe(
      "postgres://app:$(SECRET_DB_PASSWORD)@$(DATABASE_LOFOCATS_HOST)/lofocats",
    );
    expect(demo.manifests.filter(({ kind }) => kind === "Secret")).toEqual([]);
  });

  it("S3-59 has names of the environment", () => {
    expect(demo.manifest("namespace").metadata.name).toBe("lofocats-demo");
    expect(stage.manifest("namespace").metadata.name).toBe("lofocats-stage");
  });
});

describe("the way in", () => {
  const address = { "kubernetes.io/ingress.class": "gce" };

  it("S3-11 is HTTPS, to which HTTP is sent on", () => {
    expect(stage.manifest("public.ingress").metadata.annotations).toMatchObject({
      "networking.gke.io/v1beta1.FrontendConfig": "public",
    });
    expect(stage.manifest("public.frontend-config").spec.redirectToHttps.enabled).toBe(true);
  });

  it("S3-12 has a certificate of Let's Encrypt", () => {
    const { acme } = stage.manifest("web.issuer").spec;
    expect(acme.server).toBe("https://acme-v02.api.letsencrypt.org/directory");
    expect(acme.solvers).toEqual([{ http01: { ingress: { name: "public" } } }]);
    expect(stage.manifest("web.certificate").spec.secretName).toBe(
      stage.manifest("public.ingress").spec.tls[0].secretName,
    );
  });

  it("S3-15 is Google's controller, which reaches the pods themselves", () => {
    expect(demo.manifest("public.ingress").metadata.annotations).toEqual({
      ...address,
      "kubernetes.io/ingress.global-static-ip-name": "lofocats-demo-public",
    });
    expect(demo.manifest("public.ingress").spec.ingressClassName).toBeUndefined();
    expect(demo.manifest("ui.service").metadata.annotations).toEqual({
      "cloud.google.com/backend-config": '{"default":"ui"}',
      "cloud.google.com/neg": '{"ingress":true}',
    });
    expect(demo.manifest("ui.backend-config").spec.healthCheck).toMatchObject({ requestPath: "/health", port: 3000 });
  });

  it("S3-50 S3-51 leads /api/ to the API before / to the UI", () => {
    const [{ host, http }] = demo.manifest("public.ingress").spec.rules;
    expect(host).toBe("lofocats.endpoints.lofocats-demo.cloud.goog");
    expect(http.paths.map(({ path, pathType, backend }: Manifest) => [path, pathType, backend.service.name])).toEqual([
      ["/api/", "Prefix", "api"],
      ["/", "Prefix", "ui"],
    ]);
  });

  it("S3-26 is another controller when its class says so", () => {
    const { manifest, names } = lofocats({ overlay: "ingress: {public: {class: nginx}}" });
    expect(manifest("ui.ingress").spec.ingressClassName).toBe("nginx");
    expect(names.filter((name) => /backend-config|frontend-config|public/.test(name))).toEqual([]);
    expect(manifest("ui.service").metadata.annotations).toBeUndefined();
  });

  it("S3-58 is HTTP in the demo", () => {
    expect(demo.names.filter((name) => /certificate|issuer|frontend/.test(name))).toEqual([]);
    expect(demo.manifest("public.ingress").spec.tls).toBeUndefined();
  });
});

describe("order", () => {
  it("S3-46 brings up what others wait for first", () => {
    const script = demo.text("runbook/up.sh");
    const lines = script.split("\n").filter((line) => /kustomize \.\.|^ {2}completed|rollout status/.test(line));
    expect(lines.map((line) => line.trim())).toEqual([
      "kubectl apply --kustomize ../kubernetes --selector 'app.kubernetes.io/name notin (api, ui)'",
      "completed migrate",
      "kubectl apply --kustomize ../kubernetes --selector 'app.kubernetes.io/name notin (ui)'",
      "kubectl --namespace lofocats-demo rollout status deployment/api",
      "kubectl apply --kustomize ../kubernetes",
      "kubectl --namespace lofocats-demo rollout status deployment/ui",
    ]);
  });

  it("S3-47 loads the demo data by a job that no deployment runs", () => {
    expect(demo.manifest("jobs/demo-data/demo-data.job").spec.template.spec.containers[0].command).toEqual([
      "rake",
      "db:load_demo_data",
    ]);
    expect(demo.manifest("kustomization").resources).not.toContain("jobs/demo-data");
  });
});

describe("wishes", () => {
  it("S3-25 scales with the load", () => {
    const { manifest } = lofocats({ overlay: "scaling: {ui: {enabled: true}, api: {enabled: true}}" });
    expect(manifest("api.horizontal-pod-autoscaler").spec).toMatchObject({ minReplicas: 2, maxReplicas: 6 });
    expect(manifest("api.deployment").spec.replicas).toBeUndefined();
  });

  const host = "lofocats.endpoints.lofocats-demo.cloud.goog";
  const internal = `
apps: {api: {routes: [{host: ${host}, path: /api/}, {host: ${host}, path: /api/health, internal: true}]}}
`;

  it("S3-54 keeps internal paths from everybody outside", () => {
    const { manifest } = lofocats({ overlay: internal });
    const paths = manifest("public.ingress").spec.rules[0].http.paths.map(({ path }: Manifest): string => path);
    expect(paths).toEqual(["/api/", "/"]);
    expect(manifest("api.backend-config").spec.securityPolicy).toEqual({ name: "lofocats-demo-api" });
    const peers = manifest("api.network-policy").spec.ingress.flatMap(({ from }: Manifest) => from);
    expect(peers).toEqual([
      { podSelector: { matchLabels: { "app.kubernetes.io/name": "ui" } } },
      { ipBlock: { cidr: "35.191.0.0/16" } },
      { ipBlock: { cidr: "130.211.0.0/22" } },
      { ipBlock: { cidr: "10.8.0.0/13" } },
    ]);
  });

  it("S3-54 does so with ingress-nginx by the addresses that it lets in", () => {
    const { manifest } = lofocats({ overlay: `ingress: {public: {class: nginx}}\n${internal}` });
    expect(manifest("api-internal.ingress").metadata.annotations).toEqual({
      "nginx.ingress.kubernetes.io/whitelist-source-range": "10.8.0.0/13",
    });
    expect(manifest("api-internal.ingress").spec.rules[0].http.paths[0].path).toBe("/api/health");
  });
});
