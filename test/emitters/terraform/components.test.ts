import { describe, expect, it } from "vitest";
import { terraform } from "../../../src/emitters/terraform/index.ts";
import { specc } from "../../support/specc.ts";

const cluster = `
layout: component
state: {kind: s3, bucket: acme-state, key: shop/terraform.tfstate}
network: {main: {zones: 2, nat: single}}
access: {bastion: {}, tunnels: {nomad: {to: servers, port: 4646}}}
cluster: {main: {kind: nomad, servers: [servers], clients: [nodes]}}
instances: {servers: {count: 3}, nodes: {}}
scaling: {nodes: {min: 1, max: 3}}
apps:
  web: {image: "ghcr.io/acme/web:1", port: 8080, routes: [{host: shop.example.com}]}
  api: {image: "ghcr.io/acme/api:1", port: 8080}
ingress: {proxy: {kind: traefik, listen: [8080/http]}}
loadBalancer: {edge: {to: [ingress.proxy], listen: [80/http]}}
firewall: {office: {from: [192.0.2.0/24], to: [loadBalancer.edge], allow: [8443]}}
dns: {main: {domain: example.com}}
`;

const files = (fragment: string) => {
  const { files: compiled, diagnostics } = specc(fragment, [terraform]);
  expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  return new Map([...compiled].map(([path, { printed }]) => [path, printed.text]));
};

describe("Terraform with layout: component", () => {
  const all = files(cluster);
  const text = (path: string): string => all.get(path) ?? "";
  const folder = (name: string): string =>
    [...all].flatMap(([path, content]) => (path.startsWith(`${name}/infra/`) ? [content] : [])).join("\n");

  it("keeps a state of its own for each component", () => {
    expect(text("infrastructure/infra/versions.tf")).toContain('"shop/infrastructure/terraform.tfstate"');
    expect(text("web/infra/versions.tf")).toContain('"shop/web/terraform.tfstate"');
  });

  it("makes what an app is reached by in the app's state, and the balancer in the proxy's", () => {
    expect(text("web/infra/dns.tf")).toContain('resource "aws_route53_record" "shop_example_com"');
    expect(text("proxy/infra/load-balancer.tf")).toContain('resource "aws_lb" "edge"');
    expect(folder("infrastructure")).not.toContain("aws_lb");
  });

  it("lets the state of a component know the shared one, and never the other way", () => {
    expect(folder("proxy")).toContain("data.terraform_remote_state.infrastructure.outputs.vpc_main_id");
    expect(folder("infrastructure")).not.toContain("terraform_remote_state");
  });

  it("moves a rule of the firewall to the balancer that it opens", () => {
    expect(text("proxy/infra/security.tf")).toContain("office_edge_load_balancer");
  });

  it("gives each output that another state reads", () => {
    for (const [path, content] of all)
      for (const [, state, output] of content.matchAll(/terraform_remote_state\.(\w+)\.outputs\.(\w+)/g))
        expect(folder(state ?? ""), `${path} reads ${output}`).toContain(`output "${output}" {`);
  });

  it("waits for nothing that stands in another state", () => {
    expect(folder("proxy")).not.toContain("depends_on");
  });

  it("needs no provider where an app only reads", () => {
    expect(text("api/infra/versions.tf")).not.toContain("required_providers");
    expect(all.has("api/infra/providers.tf")).toBe(false);
    expect(text("api/infra/outputs.tf")).toContain("outputs.tunnel_nomad_address");
  });

  it("reads local states from the folders beside", () => {
    const local = files(cluster.replace(/^state:.*$/m, ""));
    expect(local.get("web/infra/state.tf")).toContain('path = "../../infrastructure/infra/terraform.tfstate"');
  });

  it("shares what machines need of their apps", () => {
    const machines = files(`
layout: component
apps: {web: {image: "ghcr.io/acme/web:1", port: 8080, env: {DATABASE_URL: "\${database.main.url}"}}}
database: {main: {engine: postgres, version: "16"}}
`);
    expect(machines.get("infrastructure/infra/settings.tf")).toContain("web_database_url");
  });
});
