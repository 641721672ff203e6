import { describe } from "vitest";
import { finds } from "./findings.ts";

const app = (keys: string, more = "") => `apps: {web: {image: "web:1", ${keys}}}\n${more}`;
const called = (keys: string, caller: string) =>
  `apps: {api: {image: "api:1", ${keys}}, web: {image: "web:1", ${caller}}}\n`;

describe("a call", () => {
  finds([
    [
      "of the url of an app without port",
      called("", 'env: {A: "${apps.api.url}"}'),
      "call-unanswered at apps.web.env.A",
    ],
    [
      "of the host of an app without port",
      called("", 'args: ["${apps.api.host}"]'),
      "call-unanswered at apps.web.args.0",
    ],
    ["by name of an app without port", called("", "consumes: [api]"), "call-unanswered at apps.web.consumes.0"],
    ["of a job", called("kind: job, port: 80", 'env: {A: "${apps.api.url}"}'), "call-unanswered at apps.web.env.A"],
    [
      "of a public url without a route",
      called("port: 80, health: {}", 'env: {A: "${apps.api.publicUrl}"}'),
      "call-unanswered at apps.web.env.A",
    ],
    [
      "through a secret",
      `${called("", 'env: {A: "${secrets.a}"}')}secrets: {a: {template: "x\${apps.api.url}"}}`,
      "call-unanswered at secrets.a.template",
    ],
    ["for an output", `${app("")}outputs: {a: "\${apps.web.url}"}`, "call-unanswered at outputs.a"],
    [
      "by a route to a job",
      app("kind: job, port: 80, routes: [{host: a.example.com}]"),
      "call-unanswered at apps.web.routes.0",
    ],
    [
      "of an app whose missing port has been found",
      called("routes: [{host: a.example.com}]", 'env: {A: "${apps.api.url}"}'),
      "port-missing at apps.api.routes.0",
    ],
    ["of an app with a port", called("port: 80", 'consumes: [api], env: {A: "${apps.api.url}"}')],
  ]);
});

describe("a schedule", () => {
  finds([
    ["of a service", app('schedule: "0 6 * * *"'), "schedule-without-job at apps.web.schedule"],
    ["of a daemon", app('kind: daemon, schedule: "0 6 * * *"'), "schedule-without-job at apps.web.schedule"],
    ["of a job", app('kind: job, schedule: "0 6 * * *"')],
  ]);
});

describe("copies", () => {
  finds([
    ["of a daemon", app("kind: daemon, replicas: 2"), "replicas-of-daemon at apps.web.replicas"],
    ["of a daemon that nobody wrote", app("kind: daemon")],
    ["of a job", app("kind: job, replicas: 2")],
    [
      "that scale with a daemon",
      app("kind: daemon", "scaling: {web: {max: 3}}"),
      "scaling-without-service at scaling.web",
    ],
    [
      "that scale with a job",
      app("kind: job", "scaling: {more: {of: web, max: 3}}"),
      "scaling-without-service at scaling.more",
    ],
    [
      "beyond the most",
      app("replicas: 9", "scaling: {web: {min: 1, max: 3}}"),
      "number-outside-scaling at apps.web.replicas",
    ],
    [
      "below the fewest",
      app("replicas: 1", "scaling: {web: {min: 2, max: 3}}"),
      "number-outside-scaling at apps.web.replicas",
    ],
    ["that nobody wrote", app("", "scaling: {web: {min: 2, max: 3}}")],
    ["within the limits", app("replicas: 2", "scaling: {web: {min: 2, max: 3}}")],
  ]);
});

describe("copies without a runtime", () => {
  const group = (keys: string) => `instances: {a: {${keys}}}\n`;
  finds([
    ["are as many as machines", app("replicas: 2", group("count: 2"))],
    ["are more than machines", app("replicas: 3", group("count: 2")), "copies-by-machines at apps.web.replicas"],
    ["are fewer than machines", app("replicas: 1", group("count: 2")), "copies-by-machines at apps.web.replicas"],
    ["are within what machines scale to", app("replicas: 3", `${group("")}scaling: {a: {min: 2, max: 4}}`)],
    ["are on the implied machines", app("replicas: 3")],
    ["are spread by a runtime", app("replicas: 3", `${group("count: 2")}targets: [terraform, nomad]`)],
  ]);
});

describe("machines", () => {
  finds([
    [
      "beyond the most",
      "instances: {a: {count: 9}}\nscaling: {a: {min: 1, max: 3}}",
      "number-outside-scaling at instances.a.count",
    ],
    [
      "that are none, with apps on them",
      app("", "instances: {a: {count: 0}}"),
      "group-without-machines at instances.a.count",
    ],
    [
      "that are none at first, with apps on them",
      app("", "instances: {a: {}}\nscaling: {a: {min: 0, max: 3}}"),
      "group-without-machines at scaling.a.min",
    ],
    ["that are none, with nothing on them", "instances: {a: {count: 0}}"],
  ]);
});

describe("times", () => {
  finds([
    [
      "of a check that outlast the next",
      app("port: 80, health: {interval: 5s, timeout: 5s}"),
      "timeout-too-long at apps.web.health.timeout",
    ],
    [
      "of a check that the default outlasts",
      app("port: 80, health: {interval: 2s}"),
      "timeout-too-long at apps.web.health.interval",
    ],
    [
      "of a check that are none",
      app("port: 80, health: {interval: 0s, timeout: 0ms}"),
      "no-time at apps.web.health.interval",
      "no-time at apps.web.health.timeout",
    ],
    ["of a check that are in order", app("port: 80, health: {interval: 5s, timeout: 4999ms}")],
    [
      "for which nothing is kept",
      'database: {main: {engine: postgres, version: "16"}}\nbackup: {a: {of: database.main, keep: 0d}}',
      "no-time at backup.a.keep",
    ],
  ]);
});

const image = (reference: string) => `apps: {web: {image: "${reference}"}}`;
const built = (keys: string) => `images: {w: {kind: container, repository: a/web, ${keys}}}\napps: {web: {image: w}}`;

describe("an image", () => {
  finds([
    ["with a tag", image("ghcr.io/acme/web:1.4.2")],
    ["with a digest", image(`acme/web@sha256:${"0".repeat(64)}`)],
    ["with the latest tag", image("acme/web:latest"), "image-unpinned at apps.web.image"],
    ["with a tag and the port of a registry", image("registry.example.com:5000/web:1")],
    ["with the port of a registry alone", image("registry.example.com:5000/web"), "image-unpinned at apps.web.image"],
    ["with a tag of the pipeline", image("acme/web:${build.commit}")],
    [
      "with a tag of a var",
      `vars: {tag: latest}\n${image("acme/web:${vars.tag}")}`,
      "image-unpinned at apps.web.image",
    ],
    ["of `images` without a tag", built("build: {}"), "image-unpinned at images.w.repository"],
    ["of `images` with the latest tag", built("tag: latest"), "image-unpinned at images.w.tag"],
    ["of `images` with a tag", built('tag: "1"')],
  ]);
});

describe("measurements", () => {
  const routed = (metrics: string, ...routes: readonly string[]) =>
    app(
      `port: 80, metrics: {${metrics}}, routes: [${routes.map((route) => `{host: a.example.com, ${route}}`).join()}]`,
    );
  const open = "metrics-open at apps.web.metrics";
  finds([
    ["below a route", routed("path: /metrics", "path: /"), open],
    ["at a route", routed("path: /metrics", "path: /metrics/"), open],
    ["at the port of the app, so written", routed("path: /metrics, port: 80", "path: /"), open],
    ["at a port of their own", routed("path: /metrics, port: 9100", "path: /")],
    ["of an exporter beside the app", routed("path: /metrics, exporter: 'e:1'", "path: /")],
    ["beside a route", routed("path: /metrics", "path: /met")],
    ["at an internal route", routed("path: /metrics", "path: /", "path: /metrics, internal: true")],
    ["of an internal app", routed("path: /metrics", "path: /, internal: true")],
    [
      "at an internal route of another host",
      `${routed("path: /metrics", "path: /", "path: /metrics, internal: true").replace("a.example.com, path: /metrics", "b.example.com, path: /metrics")}`,
      open,
    ],
  ]);
});
