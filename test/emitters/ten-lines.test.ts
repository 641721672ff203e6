import { describe, expect, it } from "vitest";
import { emitters } from "../../src/emitters/index.ts";
import { checkAgainstProvider } from "../../src/emitters/terraform/provider-schema/check.ts";
import type { Environment } from "../../src/compiler/environment/environment.ts";
import { documentsOf } from "../support/documents.ts";
import { providerSchemas } from "../support/provider-schemas.ts";
import { compileText } from "../support/specc.ts";

const targets = ["terraform", "packer", "ansible", "nomad", "fleet", "kubernetes"];

const tenLines = (provider: string) => `specc: 1
name: shop
targets: [${targets.join(", ")}]
provider: {${provider}}
apps:
  web: {image: "ghcr.io/acme/web:1.4.2", port: 8080, replicas: 2, health: {http: /health}, routes: [{host: shop.example.com}]}
database:
  main: {engine: postgres, version: "16"}
policy:
  accept:
    end-of-life: {at: [targets], reason: fleet is one of the six}
    packer-without-image: {at: [targets], reason: the machines boot the provider's image}
`;

describe.each([
  ["kind: aws, region: eu-west-1"],
  ["kind: google, region: europe-west1, project: acme-shop"],
  ["kind: digitalocean, region: ams3"],
])("the ten-line spec with {%s}", (provider) => {
  const { diagnostics, environment, files } = compileText(tenLines(provider), emitters);

  it("compiles to every family that has something to say: without an image of its own Packer has not", () => {
    expect(diagnostics).toEqual([]);
    const folders = new Set([...files.keys()].map((path) => path.split("/")[0]));
    expect(targets.filter((target) => !folders.has(target))).toEqual(["packer"]);
  });

  it("passes the provider's schema", () =>
    expect(checkAgainstProvider(documentsOf(environment as Environment, "terraform"), providerSchemas)).toEqual([]));
});
