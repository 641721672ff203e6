import { describe, expect, it } from "vitest";
import { kubeconform, type Options, schemaPath } from "./kubeconform/kubeconform.ts";

const template = "/schemas/{{.ResourceKind}}{{.KindSuffix}}.json";

const files: Readonly<Record<string, string>> = {
  "/schemas/_definitions.json": JSON.stringify({
    definitions: {
      spec: {
        type: "object",
        properties: { type: { type: "string" }, hostNetwork: { type: "boolean" } },
        additionalProperties: false,
      },
    },
  }),
  "/schemas/service-v1.json": JSON.stringify({
    type: "object",
    properties: {
      apiVersion: { enum: ["v1"] },
      kind: {},
      metadata: {},
      spec: { $ref: "_definitions.json#/definitions/spec" },
    },
    required: ["apiVersion", "kind", "spec"],
    additionalProperties: false,
  }),
};

function judge(manifest: string, options: Partial<Options> = {}) {
  const all: Options = {
    strict: true,
    summary: true,
    verbose: false,
    ignoreMissingSchemas: true,
    output: "text",
    locations: [template],
    files: ["a.yaml"],
    ...options,
  };
  return kubeconform(all, (path) => (path === "a.yaml" ? manifest : files[path]));
}

const good = "apiVersion: v1\nkind: Service\nmetadata: {name: web}\nspec: {type: ClusterIP}\n";

describe("the stand-in for kubeconform", () => {
  it("names schemas as kubeconform does", () => {
    expect(schemaPath(template, "Service", "v1")).toBe("/schemas/service-v1.json");
    expect(schemaPath(template, "Ingress", "networking.k8s.io/v1")).toBe("/schemas/ingress-networking-v1.json");
    expect(schemaPath("{{ .ResourceKind }}_{{.ResourceAPIVersion}}", "Middleware", "traefik.io/v1alpha1")).toBe(
      "middleware_v1alpha1",
    );
  });

  it("accepts what the schema allows, in several documents and lists", () => {
    const list = `kind: List\napiVersion: v1\nitems:\n- ${good.trim().replaceAll("\n", "\n  ")}\n`;
    const { failed, text } = judge(`${good}---\n${good}---\n${list}---\n`);
    expect(text).toBe("Summary: 3 resources found in 1 files - Valid: 3, Invalid: 0, Errors: 0, Skipped: 0\n");
    expect(failed).toBe(false);
  });

  it.each([
    ["an unknown key", good.replace("type:", "tipe:"), "additional properties"],
    ["a wrong type", good.replace("ClusterIP", "8080"), "must be string"],
    ["a boolean of YAML 1.1 for a string", good.replace("ClusterIP", "on"), "must be string"],
    ["a missing key", good.replace(/spec.*\n/, ""), "required property 'spec'"],
    ["a twice written key", `${good}kind: Service\n`, "keys must be unique"],
    ["another version", good.replace("apiVersion: v1", "apiVersion: v1\nextra: 1"), "additional properties"],
    ["no kind", good.replace("kind: Service\n", ""), "missing 'kind' key"],
    ["no version", good.replace("apiVersion: v1\n", ""), "missing 'apiVersion' key"],
    ["broken YAML", "a: [", "failed validation"],
  ])("refuses %s", (_, manifest, complaint) => {
    const { failed, text } = judge(manifest);
    expect(text).toContain(complaint);
    expect(failed).toBe(true);
  });

  it("skips a kind without a schema, unless schemas are demanded", () => {
    const unknown = good.replace("Service", "Gadget");
    expect(judge(unknown).failed).toBe(false);
    expect(judge(unknown, { ignoreMissingSchemas: false }).failed).toBe(true);
    const { text } = judge(unknown, { verbose: true, output: "json" });
    expect(JSON.parse(text)).toMatchObject({ resources: [{ kind: "Gadget", status: "statusSkipped" }] });
  });

  it("fails without files", () => {
    expect(judge(good, { files: [] }).failed).toBe(true);
  });
});
