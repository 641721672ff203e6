import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { systemScripts } from "../support/system-scripts.ts";
import { systemOf } from "../support/systems.ts";
import type { Answers, Scripts } from "../support/trace.ts";

const TOKEN = { NEWSFEED_SERVICE_TOKEN: "a token" };

const scripts = (answers: Answers = {}): Scripts =>
  systemScripts("tw-apps", ["dev"], { standIns: ["git", "terraform"], answers: { "git * diff *": 1, ...answers } });

const planned = { "terraform * plan *": { bash: "touch ../terraform/saved.tfplan" } };

describe("up.sh", () => {
  const { status, lines } = scripts(planned).run("up.sh", [], TOKEN);

  it("S0-15 prepares, plans and applies, in this order", () =>
    expect([status, lines]).toEqual([
      0,
      [
        "terraform -chdir=../terraform init -input=false",
        "terraform -chdir=../terraform plan -out=saved.tfplan",
        "terraform -chdir=../terraform apply saved.tfplan",
      ],
    ]));

  it("S0-01 needs nothing but Terraform, and asks nothing: what was planned is applied", () =>
    expect(new Set(lines.map((line) => line.split(" ")[0]))).toEqual(new Set(["terraform"])));
});

describe("down.sh", () => {
  it("S0-51 S0-08 destroys what Terraform made", () =>
    expect(scripts().run("down.sh", [], TOKEN).lines).toEqual([
      "terraform -chdir=../terraform init -input=false",
      "terraform -chdir=../terraform destroy",
    ]));
});

describe("scale.sh", () => {
  it("S0-51 changes the count and applies", () => {
    const made = scripts({ "terraform * apply": { bash: 'echo "$TF_VAR_instances" >&2' } });
    const { errors, lines } = made.run("scale.sh", ["9"], TOKEN);
    expect(errors).toBe("9\n");
    expect(lines.at(-1)).toBe("terraform -chdir=../terraform apply");
    expect(JSON.parse(made.read("settings/tw-apps-dev.tfvars.json") ?? "")).toEqual({ instances: 9 });
  });

  it.each(["0", "many"])("S0-51 refuses %s", (count) =>
    expect(scripts().run("scale.sh", [count], TOKEN).status).toBe(64),
  );
});

describe("the diagram", () => {
  const diagramOf = (text: string): readonly string[] =>
    (/## Parts\n\n```mermaid\ngraph LR\n(.*?)```/s.exec(text)?.[1] ?? "").trimEnd().split("\n");
  const lines = diagramOf(systemOf("tw-apps").text("runbook/README.md"));

  it("S0-50 shows who talks to whom and what runs where", () =>
    expect(lines).toEqual([
      "  apps.front-end -->|calls| apps.newsfeed",
      "  apps.front-end -->|calls| apps.quotes",
      "  apps.front-end -->|runs on| cluster.fleet",
      "  apps.newsfeed -->|runs on| cluster.fleet",
      "  apps.quotes -->|runs on| cluster.fleet",
      "  apps.static-assets -->|runs on| cluster.fleet",
      "  cluster.fleet -->|runs on| instances.app",
      "  dns.norix -->|names| ingress.edge",
      "  dns.norix -->|names| loadBalancer.www",
      "  ingress.edge -->|leads to| apps.front-end",
      "  ingress.edge -->|leads to| apps.newsfeed",
      "  ingress.edge -->|leads to| apps.quotes",
      "  ingress.edge -->|leads to| apps.static-assets",
      "  ingress.edge -->|runs on| instances.app",
      "  loadBalancer.www -->|leads to| ingress.edge",
    ]));

  it.each(["tw-apps", "lofocats", "lap", "cluster"])("S0-50 calls each node of %s as the spec does", (name) => {
    const written = parse(readFileSync(`specs/${name}.yaml`, "utf8")) as Readonly<Record<string, object>>;
    const shown = diagramOf(systemOf(name).text("runbook/README.md"));
    expect(shown.length).toBeGreaterThan(3);
    for (const line of shown)
      for (const id of line.trim().split(/ -->\|[a-z ]+\| /)) {
        const [section = "", element = ""] = id.split(".");
        expect(Object.keys(written[section] ?? {}), id).toContain(element);
      }
  });
});
