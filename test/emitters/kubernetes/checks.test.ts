import { describe, expect, it } from "vitest";
import { findings } from "./manifests.ts";

const app = (keys: string, more = ""): readonly string[] => findings(`apps: {web: {image: "web:1", ${keys}}}\n${more}`);
const long = "a".repeat(40);

describe("Kubernetes refuses", () => {
  it("late-bound values where it fills in none", () => {
    expect(findings('apps: {web: {image: "web:${build.commit}"}}')).toMatchInlineSnapshot(`
      [
        "kubernetes-late-bound at apps.web.image: Kubernetes cannot fill \`\${build.commit}\` into \`image\`",
      ]
    `);
    expect(
      app(
        "port: 80, routes: [{host: a.example.com}]",
        'ingress: {main: {tls: all}}\ntls: {all: {issuer: letsencrypt, hosts: ["${build.tag}.example.com"]}}',
      ),
    ).toMatchInlineSnapshot(`
      [
        "kubernetes-late-bound at tls.all.hosts.0: Kubernetes cannot fill \`\${build.tag}\` into \`hosts\`",
      ]
    `);
    expect(app('port: 80, routes: [{host: "${self.name}.example.com"}]')).toMatchInlineSnapshot(`
      [
        "kubernetes-late-bound at apps.web.routes.0.host: Kubernetes cannot fill \`\${self.name}\` into \`host\`",
      ]
    `);
  });

  it("values that a pod does not have", () => {
    expect(app('env: {A: "${self.index}", B: "${self.zone}", C: "${build.tag}"}')).toMatchInlineSnapshot(`
      [
        "kubernetes-no-value at apps.web.env.A: \`\${self.index}\` has no value in a pod",
        "kubernetes-no-value at apps.web.env.B: \`\${self.zone}\` has no value in a pod",
        "kubernetes-no-value at apps.web.env.C: \`\${build.tag}\` has no value in a pod",
      ]
    `);
  });

  it("hosts that are no DNS names", () => {
    expect(app("port: 80, routes: [{host: a_b.example.com}]")).toMatchInlineSnapshot(`
      [
        "kubernetes-host at apps.web.routes.0.host: an Ingress takes no host \`a_b.example.com\`",
      ]
    `);
    expect(app('port: 80, routes: [{host: "*.example.com"}]')).toEqual([]);
  });

  it("wildcards that are proven over HTTP", () => {
    expect(
      app(
        'port: 80, routes: [{host: "*.example.com"}]',
        "ingress: {main: {tls: all}}\ntls: {all: {issuer: letsencrypt}}",
      ),
    ).toMatchInlineSnapshot(`
      [
        "kubernetes-wildcard-certificate at tls.all: \`all\` cannot be ordered over HTTP for \`*.example.com\`",
      ]
    `);
  });

  it("to scale what has no load to go by", () => {
    expect(app("replicas: 0", "scaling: {web: {max: 3}}")).toMatchInlineSnapshot(`
      [
        "kubernetes-scaling at scaling.web: Kubernetes cannot scale \`web\`: at least one copy must run",
      ]
    `);
  });

  it("names that are too long or its own", () => {
    expect(findings(`{name: ${long}, environment: ${long}}`)).toMatchInlineSnapshot(`
      [
        "kubernetes-name at name: Kubernetes takes no namespace \`aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa-aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\`: it has more than 63 characters",
      ]
    `);
    expect(findings("{name: kube, environment: system}")).toMatchInlineSnapshot(`
      [
        "kubernetes-name at name: Kubernetes takes no namespace \`kube-system\`: names that begin with \`kube-\` are the cluster's own",
      ]
    `);
    expect(findings(`apps: {${"a".repeat(53)}: {image: "a:1", kind: job, schedule: "0 0 * * *"}}`))
      .toMatchInlineSnapshot(`
      [
        "kubernetes-name at apps.aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa: Kubernetes takes no CronJob \`aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\`: it has more than 52 characters",
      ]
    `);
    expect(app("env: {A: '${secrets.key_}'}", "secrets: {key_: {env: KEY}}")).toMatchInlineSnapshot(`
      [
        "kubernetes-name at secrets.key_: Kubernetes takes no Secret \`key-\`: it ends in a dash",
      ]
    `);
  });

  it("names that two objects would have", () => {
    expect(findings('apps: {default-deny: {image: "a:1"}}')).toMatchInlineSnapshot(`
      [
        "kubernetes-name-taken at apps.default-deny: there is another NetworkPolicy \`default-deny\`",
      ]
    `);
    expect(findings("secrets: {a_b: {env: A}, A_B: {env: B}}")).toMatchInlineSnapshot(`
      [
        "kubernetes-name-taken at secrets.a_b: there is another Secret \`a-b\`",
      ]
    `);
    expect(
      findings(
        'database: {main: {engine: postgres, version: "16"}}\nnetwork: {main: {}}\nsecrets: {database_main: {env: A}}',
      ),
    ).toMatchInlineSnapshot(`
      [
        "kubernetes-name-taken at secrets.database_main: there is another Secret \`database-main\`",
      ]
    `);
  });
});

describe("Kubernetes warns", () => {
  it("of peers whose addresses it does not know", () => {
    expect(
      app(
        "port: 80",
        "network: {main: {}}\ninstances: {pool: {}}\nfirewall: {a: {from: [instances.pool, any], to: [apps.web], allow: [80]}}",
      ),
    ).toMatchInlineSnapshot(`
      [
        "kubernetes-unknown-peer at firewall.a.from.0: Kubernetes cannot let \`instances.pool\` through to \`web\`",
      ]
    `);
  });
});

describe("Kubernetes says what it leaves out", () => {
  it("of measurements that nobody takes", () =>
    expect(findings("monitoring: {main: {}}")).toEqual([
      "kubernetes-monitoring at monitoring.main: no app measures by `main`",
    ]));

  it("of snapshots that stay, where somebody says for how long", () => {
    const kept = (keep: string): readonly string[] =>
      app(
        'env: {A: "${database.main.url}"}',
        `cluster: {main: {kind: kubernetes}}\ndatabase: {main: {engine: postgres, version: "16", runsOn: main}}\n` +
          `backup: {nightly: {of: database.main, schedule: "0 3 * * *"${keep}}}`,
      );
    expect(kept(", keep: 1d")).toEqual([
      "kubernetes-snapshot-keep at backup.nightly.keep: nothing removes the snapshots of `main` after a day",
    ]);
    expect(kept("")).toEqual([]);
  });
});
