import { describe, expect, it } from "vitest";
import { manifests, section } from "./manifests.ts";

const app = (keys: string): Readonly<Record<string, string>> => manifests(`apps: {web: {image: "nginx:1", ${keys}}}`);

describe("a service", () => {
  it("is a Deployment with a ServiceAccount of its own", () => {
    const files = app("");
    expect(Object.keys(files)).toEqual([
      "default-deny.network-policy",
      "kustomization",
      "namespace",
      "web.deployment",
      "web.service-account",
    ]);
    expect(files["web.deployment"]).toMatchInlineSnapshot(`
      "apiVersion: apps/v1
      kind: Deployment
      metadata:
        name: web
        labels:
          app.kubernetes.io/name: web
      spec:
        replicas: 1
        revisionHistoryLimit: 5
        selector:
          matchLabels:
            app.kubernetes.io/name: web
        strategy:
          type: RollingUpdate
          rollingUpdate:
            maxSurge: 1
            maxUnavailable: 0
        template:
          metadata:
            labels:
              app.kubernetes.io/name: web
          spec:
            serviceAccountName: web
            enableServiceLinks: false
            securityContext:
              runAsNonRoot: true
              seccompProfile:
                type: RuntimeDefault
            containers:
              - name: web
                image: nginx:1
                resources:
                  requests:
                    cpu: 100m
                    memory: 128Mi
                securityContext:
                  allowPrivilegeEscalation: false
                  capabilities:
                    drop:
                      - ALL
                  readOnlyRootFilesystem: true
                volumeMounts:
                  - name: tmp
                    mountPath: /tmp
            volumes:
              - name: tmp
                emptyDir: {}
      "
    `);
    expect(files["web.service-account"]).toMatchInlineSnapshot(`
      "apiVersion: v1
      kind: ServiceAccount
      metadata:
        name: web
        labels:
          app.kubernetes.io/name: web
      automountServiceAccountToken: false
      "
    `);
  });

  it("says what it is for", () => {
    expect(section(app("description: The shop's front")["web.deployment"], "annotations")).toMatchInlineSnapshot(`
      "annotations:
        kubernetes.io/description: "The shop's front""
    `);
  });

  it("with a port has a Service, and ends only after balancers have noticed", () => {
    const files = app("port: 8080");
    expect(files["web.service"]).toMatchInlineSnapshot(`
      "apiVersion: v1
      kind: Service
      metadata:
        name: web
        labels:
          app.kubernetes.io/name: web
      spec:
        type: ClusterIP
        selector:
          app.kubernetes.io/name: web
        ports:
          - name: http
            port: 8080
            targetPort: http
      "
    `);
    expect(section(files["web.deployment"], "ports")).toMatchInlineSnapshot(`
      "ports:
        - name: http
          containerPort: 8080"
    `);
    expect(section(files["web.deployment"], "lifecycle")).toMatchInlineSnapshot(`
      "lifecycle:
        preStop:
          sleep:
            seconds: 5"
    `);
  });

  it("with copies is spread over machines and zones, and loses one at a time", () => {
    const files = app("replicas: 2");
    expect(files["web.pod-disruption-budget"]).toMatchInlineSnapshot(`
      "apiVersion: policy/v1
      kind: PodDisruptionBudget
      metadata:
        name: web
        labels:
          app.kubernetes.io/name: web
      spec:
        maxUnavailable: 1
        unhealthyPodEvictionPolicy: AlwaysAllow
        selector:
          matchLabels:
            app.kubernetes.io/name: web
      "
    `);
    expect(section(files["web.deployment"], "topologySpreadConstraints")).toMatchInlineSnapshot(`
      "topologySpreadConstraints:
        - maxSkew: 1
          topologyKey: topology.kubernetes.io/zone
          whenUnsatisfiable: ScheduleAnyway
          labelSelector:
            matchLabels:
              app.kubernetes.io/name: web
        - maxSkew: 1
          topologyKey: kubernetes.io/hostname
          whenUnsatisfiable: ScheduleAnyway
          labelSelector:
            matchLabels:
              app.kubernetes.io/name: web"
    `);
  });

  it("that scales leaves the number of copies to the autoscaler", () => {
    const files = manifests('{apps: {web: {image: "nginx:1", replicas: 2}}, scaling: {web: {max: 9, cpu: 65%}}}');
    expect(files["web.horizontal-pod-autoscaler"]).toMatchInlineSnapshot(`
      "apiVersion: autoscaling/v2
      kind: HorizontalPodAutoscaler
      metadata:
        name: web
        labels:
          app.kubernetes.io/name: web
      spec:
        scaleTargetRef:
          apiVersion: apps/v1
          kind: Deployment
          name: web
        minReplicas: 2
        maxReplicas: 9
        metrics:
          - type: Resource
            resource:
              name: cpu
              target:
                type: Utilization
                averageUtilization: 65
      "
    `);
    expect(files["web.deployment"]).not.toContain("replicas:");
    expect(files).toHaveProperty(["web.pod-disruption-budget"]);
  });

  it("runs what the spec says in place of the image's own command", () => {
    const files = app('command: [serve, "--price=$5"], args: ["$(HOME)"]');
    expect(section(files["web.deployment"], "command")).toMatchInlineSnapshot(`
      "command:
        - serve
        - "--price=$$5""
    `);
    expect(section(files["web.deployment"], "args")).toMatchInlineSnapshot(`
      "args:
        - "$$(HOME)""
    `);
  });
});

describe("resources", () => {
  it.each([
    ["", "100m", "128Mi"],
    ["cpu: 250m, memory: 256MiB", "250m", "256Mi"],
    ["cpu: 0.5, memory: 1GiB", "500m", "1Gi"],
    ["cpu: 2, memory: 1536MiB", "2", "1536Mi"],
    ["memory: 1TiB", "100m", "1Ti"],
    ["memory: 100KiB", "100m", "100Ki"],
  ])("{%s} asks for %s and %s", (resources, cpu, memory) => {
    const text = section(app(`resources: {${resources}}`)["web.deployment"], "requests");
    expect(text.replaceAll('"', "")).toBe(`requests:\n  cpu: ${cpu}\n  memory: ${memory}`);
  });

  it("that are asked for limit the memory and never the processor", () => {
    expect(section(app("resources: {cpu: 1, memory: 1GiB}")["web.deployment"], "limits")).toMatchInlineSnapshot(`
      "limits:
        memory: 1Gi"
    `);
  });

  it("that nobody asked for are no limit", () => {
    expect(section(app("resources: {cpu: 1}")["web.deployment"], "limits")).toBe("");
  });
});

describe("health", () => {
  const probe = (health: string, kind: string): string =>
    section(app(`port: 80, health: {${health}}`)["web.deployment"], kind);

  it("is asked over HTTP", () => {
    expect(probe("http: /up", "startupProbe")).toMatchInlineSnapshot(`
      "startupProbe:
        httpGet:
          path: /up
          port: http
        periodSeconds: 10
        timeoutSeconds: 3
        failureThreshold: 3"
    `);
    expect(probe("http: /up", "livenessProbe")).toMatchInlineSnapshot(`
      "livenessProbe:
        httpGet:
          path: /up
          port: http
        periodSeconds: 10
        timeoutSeconds: 3
        failureThreshold: 6"
    `);
    expect(probe("http: /up", "readinessProbe")).toMatchInlineSnapshot(`
      "readinessProbe:
        httpGet:
          path: /up
          port: http
        periodSeconds: 10
        timeoutSeconds: 3"
    `);
  });

  it("is a connection without a path", () => {
    expect(probe("tcp: true", "readinessProbe")).toMatchInlineSnapshot(`
      "readinessProbe:
        tcpSocket:
          port: http
        periodSeconds: 10
        timeoutSeconds: 3"
    `);
  });

  it.each([
    ["interval: 10s, grace: 30s", 3],
    ["interval: 10s, grace: 31s", 4],
    ["interval: 7s, grace: 5m", 43],
    ["interval: 500ms, timeout: 200ms, grace: 2s", 2],
    ["interval: 1m, grace: 1s", 1],
  ])("with {%s} may fail %i times before the container is restarted", (health, failures) => {
    expect(probe(`http: /up, ${health}`, "startupProbe")).toContain(`failureThreshold: ${failures}`);
  });

  it("without grace begins at once", () => {
    expect(probe("http: /up, grace: 0s", "startupProbe")).toBe("");
  });

  it("is counted in whole seconds", () => {
    const text = probe("http: /up, interval: 1500ms, timeout: 200ms", "readinessProbe");
    expect(text).toContain("periodSeconds: 2");
    expect(text).toContain("timeoutSeconds: 1");
  });
});

describe("a daemon", () => {
  it("is a DaemonSet, and called like a service", () => {
    const files = app("kind: daemon, port: 9100, replicas: 3");
    expect(section(files["web.daemon-set"], "spec")).toMatch(/^spec:\n {2}revisionHistoryLimit: 5\n {2}selector:/);
    expect(files).toHaveProperty(["web.service"]);
    expect(files).not.toHaveProperty(["web.pod-disruption-budget"]);
    expect(files["web.daemon-set"]).not.toContain("topologySpreadConstraints");
  });
});

describe("a job", () => {
  const spec = (text: string | undefined): string => (text ?? "").replace(/ {6,}containers:[\s\S]*/, "");

  it("runs once, and goes away so that the next apply can change it", () => {
    expect(spec(app("kind: job")["web.job"])).toMatchInlineSnapshot(`
      "apiVersion: batch/v1
      kind: Job
      metadata:
        name: web
        labels:
          app.kubernetes.io/name: web
      spec:
        ttlSecondsAfterFinished: 3600
        backoffLimit: 3
        template:
          metadata:
            labels:
              app.kubernetes.io/name: web
          spec:
            serviceAccountName: web
            enableServiceLinks: false
            restartPolicy: Never
            securityContext:
              runAsNonRoot: true
              seccompProfile:
                type: RuntimeDefault
      "
    `);
  });

  it("with a schedule recurs in UTC", () => {
    expect(spec(app('kind: job, schedule: "0 6 * * 1-5"')["web.cron-job"])).toMatchInlineSnapshot(`
      "apiVersion: batch/v1
      kind: CronJob
      metadata:
        name: web
        labels:
          app.kubernetes.io/name: web
      spec:
        schedule: "0 6 * * 1-5"
        timeZone: Etc/UTC
        concurrencyPolicy: Forbid
        startingDeadlineSeconds: 300
        successfulJobsHistoryLimit: 3
        failedJobsHistoryLimit: 3
        jobTemplate:
          spec:
            backoffLimit: 3
            template:
              metadata:
                labels:
                  app.kubernetes.io/name: web
              spec:
                serviceAccountName: web
                enableServiceLinks: false
                restartPolicy: Never
                securityContext:
                  runAsNonRoot: true
                  seccompProfile:
                    type: RuntimeDefault
      "
    `);
  });

  it("of several copies is done when all are", () => {
    const text = app("kind: job, replicas: 3")["web.job"];
    expect(text).toContain("completions: 3\n  parallelism: 3\n");
  });

  it("is called by nobody", () => {
    expect(app("kind: job, port: 80")).not.toHaveProperty(["web.service"]);
  });
});
