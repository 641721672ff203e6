import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { linesOf, systemPipelines, workflowIn } from "../support/pipelines.ts";

describe("immutable-app", () => {
  const files = systemPipelines("immutable-app", "prod");
  const travis = parse(files.get("ci/.travis.yml")?.printed.text ?? "") as Readonly<Record<string, unknown>>;

  it("S2-58 Travis builds the app with Go and releases it", () => {
    expect(travis).toMatchObject({ language: "go", go: ["1.11"], script: ["go build -o app"] });
    expect(travis["deploy"]).toMatchObject({ provider: "releases", file: ["app"], cleanup: false });
  });

  it("S2-15 a tag makes a release", () => expect(travis["deploy"]).toMatchObject({ on: { tags: true } }));

  it("is there for the environment that the tag is of", () =>
    expect([...systemPipelines("immutable-app", "stage").keys()]).toEqual([]));
});

describe("lofocats", () => {
  const stage = workflowIn(systemPipelines("lofocats", "stage"), "pipeline-stage");
  const prod = workflowIn(systemPipelines("lofocats", "prod"), "pipeline-prod");
  const demo = workflowIn(systemPipelines("lofocats", "demo"), "pipeline-demo");

  it("S3-32 master goes to stage, tags to prod, branches to environments of their own", () => {
    expect(stage.on["push"]).toEqual({ branches: ["master"] });
    expect(prod.on["push"]).toEqual({ tags: ["v*"] });
    expect(demo.on["push"]).toEqual({ branches: ["feature/*"] });
  });

  it("S3-32 a pull request is planned, and changes nothing", () => {
    expect(stage.on["pull_request"]).toEqual({ branches: ["master"] });
    const changing = Object.entries(stage.jobs).filter(([id]) => ["images", "apply", "deploy"].includes(id));
    expect(changing.map(([, job]) => job.if)).toEqual(changing.map(() => "github.event_name != 'pull_request'"));
    expect(stage.jobs["plan"]?.if).toBe("!cancelled() && !failure()");
    expect(linesOf(stage.jobs["plan"] ?? { steps: [] })).toEqual(
      expect.arrayContaining(['"$RUNBOOK"/plan.sh terraform', '"$RUNBOOK"/plan.sh kubernetes']),
    );
  });

  it("S3-32 people agree between plan and apply", () => {
    expect(Object.keys(prod.jobs)).toEqual(["images", "scan", "plan", "review", "apply", "deploy"]);
    expect(prod.jobs["review"]).toMatchObject({ needs: ["plan"], environment: "prod" });
    expect(prod.jobs["apply"]?.needs).toEqual(["review"]);
    expect(prod.jobs["deploy"]?.needs).toEqual(["apply"]);
  });

  it("S3-38 images are scanned before anything is deployed", () => {
    const lines = linesOf(stage.jobs["scan"] ?? { steps: [] });
    expect(lines.map((line) => line.split(" ").at(-1))).toEqual([
      "docker.io/maxbrunet/lofocats_api:latest",
      "docker.io/maxbrunet/lofocats_ui:latest",
    ]);
    expect(lines.every((line) => line.includes("--exit-code 1"))).toBe(true);
    expect(stage.jobs["plan"]?.needs).toEqual(["scan"]);
  });

  it("S3-59 an environment of a branch is a project of its own, and goes with the branch", () => {
    const { apply, cleanup } = demo.jobs;
    expect(linesOf(apply ?? { steps: [] }).at(-1)).toBe('"$RUNBOOK"/demo.sh --yes');
    expect(apply?.env).toMatchObject({ PROJECT: "${{ vars.GOOGLE_PROJECT }}", PROJECT_VARIABLE: "GOOGLE_PROJECT" });
    expect(apply?.env).not.toHaveProperty("GOOGLE_PROJECT");
    expect(linesOf(apply ?? { steps: [] })[0]).toContain('echo "$PROJECT_VARIABLE=');
    expect(demo.on).toHaveProperty("delete");
    expect(cleanup?.if).toMatch(/event_name == 'delete' .* startsWith\(github\.event\.ref, 'feature\/'\)/);
    expect(linesOf(cleanup ?? { steps: [] }).at(-1)).toBe('"$RUNBOOK"/cleanup.sh --yes');
  });

  it("signs in by an identity, with no more rights than a job needs", () => {
    expect(stage.permissions).toEqual({ contents: "read" });
    expect(stage.jobs["apply"]?.permissions).toEqual({ contents: "read", "id-token": "write" });
    expect(stage.jobs["review"]?.permissions).toEqual({});
  });
});

describe("tw-apps", () => {
  const dev = workflowIn(systemPipelines("tw-apps", "dev"), "pipeline-dev");

  it("S0-46 containers are deployed by the pipeline; the registry has built them on the push", () => {
    expect(dev.jobs).not.toHaveProperty("images");
    expect(linesOf(dev.jobs["deploy"] ?? { steps: [] }).at(-1)).toBe('"$RUNBOOK"/up-steps.sh fleet');
  });

  it("S0-47 what was deployed is tested", () => {
    expect(dev.jobs["test"]).toMatchObject({ needs: ["deploy"] });
    expect(linesOf(dev.jobs["test"] ?? { steps: [] })).toEqual(["lein test"]);
  });
});
