import { describe, expect, it } from "vitest";
import type { Emitter } from "../../src/compiler/emitter.ts";
import { folderFor, pathBetween, placeOf } from "../../src/compiler/layout.ts";
import { json } from "../../src/formats/json/tree.ts";
import { everything } from "../support/emitters.ts";
import { environmentOf, specc } from "../support/specc.ts";

const fragment = (layout: string): string => `
layout: ${layout}
cluster: {main: {kind: nomad, clients: [node]}}
instances: {node: {image: base}}
images:
  base: {kind: machine, builder: packer, base: ubuntu-24.04}
  web: {kind: container, repository: ghcr.io/acme/web, tag: "1"}
apps: {web: {image: web, port: 8080, routes: [{host: web.example.com}]}}
ingress: {proxy: {kind: traefik, listen: [8080/http]}}
loadBalancer: {edge: {to: [ingress.proxy], listen: [80/http]}}
`;
const environment = environmentOf(fragment("component"));
const whole = environmentOf(fragment("target"));

describe("layout: component", () => {
  it.each([
    ["nomad", ["apps", "web"], "web.nomad.hcl", "web/deploy/web.nomad.hcl"],
    ["vagrant", ["apps", "web"], "Vagrantfile", "web/dev/Vagrantfile"],
    ["docker", ["images", "web"], "web/Dockerfile", "web/build/Dockerfile"],
    ["packer", ["images", "base"], "base.json", "base/build/packer.json"],
    ["terraform", ["provider"], "network.tf", "infrastructure/infra/network.tf"],
    ["terraform", ["ingress", "proxy"], "dns.tf", "proxy/infra/dns.tf"],
    ["terraform", ["loadBalancer", "edge"], "dns.tf", "proxy/infra/dns.tf"],
    ["nomad", ["ingress", "proxy"], "proxy.nomad.hcl", "proxy/deploy/proxy.nomad.hcl"],
    ["runbook", [], "up.sh", "runbook/up.sh"],
    ["ansible", [], "playbook.yml", "ansible/playbook.yml"],
  ])("puts what %s writes about %j at its place", (target, at, path, place) => {
    expect(placeOf(environment, { target, at, path })).toBe(place);
    expect(placeOf(whole, { target, at, path })).toBe(`${target}/${path}`);
  });

  it("tells scripts the folder of a target", () => {
    expect(folderFor(environment, "terraform")).toBe("infrastructure/infra");
    expect(folderFor(environment, "terraform", ["apps", "web"])).toBe("web/infra");
    expect(folderFor(whole, "terraform", ["apps", "web"])).toBe("terraform");
  });

  it("says how files name each other", () => {
    const template = { target: "packer", at: ["images", "base"], path: "base.json" };
    const playbook = { target: "ansible", at: [], path: "playbook.yml" };
    expect(pathBetween(environment, template, playbook)).toBe("../../ansible/playbook.yml");
    expect(pathBetween(whole, template, playbook)).toBe("../ansible/playbook.yml");
    expect(pathBetween(whole, template, { ...template, path: "base/agent.hcl" })).toBe("base/agent.hcl");
    expect(pathBetween(environment, template, { ...template, path: "base/agent.hcl" })).toBe("agent.hcl");
  });

  const emitter: Emitter = {
    target: "terraform",
    title: "Terraform",
    support: everything("emits"),
    checks: [],
    emit: () => [{ path: "web.json", at: ["apps", "web"], document: json({ port: 1 }) }],
  };
  const overriding = (file: string) =>
    specc(`${fragment("component")}\noverrides: {"${file}": {/port: {expect: 1, set: 2, reason: r}}}`, [emitter]);

  it("lets overrides name the place", () => {
    const { files, diagnostics } = overriding("web/infra/web.json");
    expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(files.get("web/infra/web.json")?.printed.text).toContain("2");
  });

  it("tells overrides of files that are not there", () => {
    expect(overriding("web/infra/other.json").diagnostics.map(({ code }) => code)).toContain("override-without-file");
  });
});
