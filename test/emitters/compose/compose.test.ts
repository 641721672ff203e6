import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { emitters } from "../../../src/emitters/index.ts";
import { compileFile, specc } from "../../support/specc.ts";

/** The schema of test/fixtures/compose, without its dialect, which only names itself. */
const { $schema: _, ...schema } = JSON.parse(readFileSync("test/fixtures/compose/compose-spec.json", "utf8"));
const strip = (node: unknown): unknown =>
  Array.isArray(node)
    ? node.map(strip)
    : typeof node === "object" && node !== null
      ? Object.fromEntries(
          Object.entries(node).flatMap(([key, value]) =>
            (key === "id" || key === "format") && typeof value === "string" ? [] : [[key, strip(value)]],
          ),
        )
      : node;
const isCompose = new Ajv({ strict: false }).compile(strip(schema) as object);

function composed(text: string | undefined): { readonly services: Record<string, Record<string, unknown>> } & object {
  const { name, ...document } = parse(text ?? "");
  expect(name).toBe("shop");
  expect(isCompose(document), JSON.stringify(isCompose.errors)).toBe(true);
  return document;
}

const fragment = (apps: string): string | undefined =>
  specc(`targets: [compose]\n${apps}`, emitters).files.get("compose/compose.yaml")?.printed.text;

describe("Compose", () => {
  it("takes the showcase", () => {
    const spec = "specs/dev.yaml";
    const { files } = compileFile(
      spec,
      emitters.map((emitter) => (emitter.target === "compose" ? { ...emitter, accompanies: () => true } : emitter)),
    );
    const { services } = composed(files.get("compose/compose.yaml")?.printed.text);
    expect(Object.keys(services)).toEqual(["api", "database-main", "mailer", "report", "storefront"]);
    expect(services.storefront).toMatchObject({
      image: "ghcr.io/acme/storefront:1.4.2",
      ports: ["127.0.0.1:8080:8080"],
      environment: {
        API_URL: "http://api:9090",
        DATABASE_HOST: "database-main",
        DATABASE_PASSWORD: "${DATABASE_MAIN_PASSWORD:?DATABASE_MAIN_PASSWORD is not set}",
        PAYMENT_KEY: "${PAYMENT_KEY:?PAYMENT_KEY is not set}",
      },
      depends_on: { "database-main": { condition: "service_healthy" } },
    });
    expect(services.report).toMatchObject({ profiles: ["jobs"], entrypoint: ["report", "--daily"] });
    expect(services["database-main"]).toMatchObject({ image: "postgres:16" });
  });

  it("leaves dollars of the spec alone", () => {
    const { services } = composed(fragment('apps: {web: {image: "acme/web:1", env: {PRICE: "5 $ $${HOME}"}}}'));
    expect(services.web?.environment).toEqual({ PRICE: "5 $$ $${HOME}" });
  });

  it("waits for a job to have done its work", () => {
    const { services } = composed(
      fragment('apps: {web: {image: "acme/web:1", dependsOn: [seed]}, seed: {image: "acme/seed:1", kind: job}}'),
    );
    expect(services.web?.depends_on).toEqual({ seed: { condition: "service_completed_successfully" } });
  });
});
