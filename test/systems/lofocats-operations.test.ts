import { describe, expect, it } from "vitest";
import { systemScripts } from "../support/system-scripts.ts";
import type { Answers, Scripts } from "../support/trace.ts";

const standIns = ["aws", "gcloud", "kubectl", "openssl", "terraform"];
const PROJECT = { GOOGLE_PROJECT: "cats-1" };

const answers: Answers = {
  "gcloud projects describe *": 1,
  "gcloud storage buckets describe *": 1,
  "gcloud billing accounts list *": "AAAAAA-BBBBBB-CCCCCC",
  "gcloud sql instances list *": "lofocats-demo-lofocats-0a1b",
  "gcloud sql backups list *": "1700000000000",
  "terraform *output -raw cluster_gke_name": "lofocats-demo-gke",
  "terraform *output -raw cluster_gke_location": "us-central1",
  "terraform *output -raw project": "cats-1",
  "terraform *output endpoint": '"http://lofocats.endpoints.cats-1.cloud.goog"',
  "openssl *": "made",
};

const scripts = (more: Answers = {}, tools: readonly string[] = standIns, overlay = "{}"): Scripts =>
  systemScripts("lofocats", ["demo"], { standIns: tools, answers: { ...answers, ...more } }, overlay);

const short = (lines: readonly string[]): readonly string[] =>
  lines.map((line) => line.replaceAll(" -chdir=../terraform", ""));

/** Where a call that begins so stands among the calls. */
const at = (lines: readonly string[], start: string): number =>
  short(lines).findIndex((line) => line.startsWith(start));

describe("demo.sh", () => {
  const { status, errors, lines, output } = scripts().run("demo.sh", ["--yes"], PROJECT);

  it("S3-43 initialises the project", () => {
    expect([status, errors]).toEqual([0, ""]);
    expect(lines.filter((line) => !line.startsWith("openssl")).slice(0, 5)).toEqual([
      "gcloud projects describe cats-1",
      "gcloud projects create cats-1",
      "gcloud billing accounts list --filter=open=true --limit=1 --format=value(name.basename())",
      "gcloud billing projects link cats-1 --billing-account AAAAAA-BBBBBB-CCCCCC",
      "gcloud services enable cloudresourcemanager.googleapis.com serviceusage.googleapis.com storage.googleapis.com --project cats-1",
    ]);
  });

  it("S3-44 makes the bucket of the state before Terraform begins, and begins with it", () => {
    expect(lines.find((line) => line.includes("buckets create"))).toBe(
      "gcloud storage buckets create gs://cats-1-tf-state --project cats-1 --location us-central1 --uniform-bucket-level-access --public-access-prevention",
    );
    expect(at(lines, "gcloud storage buckets create")).toBeLessThan(at(lines, "terraform init"));
    expect(short(lines)).toContain("terraform init -input=false -backend-config=bucket=cats-1-tf-state");
  });

  it("S3-45 builds the infrastructure with Terraform", () =>
    expect(at(lines, "terraform init")).toBeLessThan(at(lines, "terraform apply")));

  it("S3-46 signs in to the cluster and applies the manifests", () => {
    expect(lines).toContain(
      "gcloud container clusters get-credentials lofocats-demo-gke --location us-central1 --project cats-1",
    );
    const order = ["terraform apply", "gcloud container clusters get-credentials", "kubectl apply --kustomize"];
    expect(order.map((start) => at(lines, start))).toEqual(
      order.map((start) => at(lines, start)).toSorted((a, b) => a - b),
    );
  });

  it("S3-47 loads the demo data after all else is there", () => {
    const jobs = lines.filter((line) => /demo-data/.test(line));
    expect(jobs).toEqual([
      "kubectl --namespace lofocats-demo delete job demo-data --ignore-not-found",
      "kubectl apply --kustomize ../kubernetes/jobs/demo-data",
      "kubectl --namespace lofocats-demo wait --for condition=complete --timeout 15m job/demo-data",
    ]);
    expect(at(lines, "kubectl apply --kustomize ../kubernetes/jobs/demo-data")).toBeGreaterThan(
      at(lines, "kubectl --namespace lofocats-demo rollout status deployment/ui"),
    );
  });

  it("S3-49 S3-57 says the endpoint at the end", () => {
    expect(short(lines)).toContain("terraform output endpoint");
    expect(output).toMatch(/endpoint = "http:\/\/lofocats\.endpoints\.cats-1\.cloud\.goog"/);
  });

  it("S3-40 pays with the account that it is told, else with the first that is open", () => {
    const told = scripts().run("demo.sh", ["--yes"], { ...PROJECT, GOOGLE_BILLING_ACCOUNT: "MINE" }).lines;
    expect(told.filter((line) => line.includes("billing"))).toEqual([
      "gcloud billing projects link cats-1 --billing-account MINE",
    ]);
    const none = scripts({ "gcloud billing accounts list *": "" }).run("demo.sh", ["--yes"], PROJECT);
    expect([none.status, none.errors]).toEqual([1, "there is no open billing account: set GOOGLE_BILLING_ACCOUNT\n"]);
  });

  it("S3-42 works in the region that it is told", () =>
    expect(
      scripts()
        .run("demo.sh", ["--yes"], { ...PROJECT, GOOGLE_REGION: "europe-west1" })
        .lines.find((line) => line.includes("buckets create")),
    ).toMatch(/--location europe-west1/));

  it.each(["gcloud", "kubectl"])("S3-41 stops at once where %s is missing", (tool) => {
    const stopped = scripts(
      {},
      standIns.filter((name) => name !== tool),
    ).run("demo.sh", ["--yes"], PROJECT);
    expect([stopped.status, stopped.errors, stopped.lines]).toEqual([
      1,
      `${tool} is not installed, or not on the PATH\n`,
      [],
    ]);
  });

  it("S3-48 asks before it begins", () => {
    const refused = scripts().run("demo.sh", [], PROJECT, "n\n");
    expect(refused.status).toBe(1);
    expect(refused.lines.filter((line) => /terraform|gcloud|kubectl/.test(line))).toEqual([]);
    expect(scripts().run("demo.sh", [], PROJECT, "Y\n").status).toBe(0);
    expect(scripts().run("demo.sh", [], PROJECT, "yes\n").status).toBe(0);
  });

  it("S3-18 does the same again where things are there already", () => {
    const again = scripts({ "gcloud projects describe *": "", "gcloud storage buckets describe *": "" });
    const { status: second, lines: calls } = again.run("demo.sh", ["--yes"], PROJECT);
    expect(second).toBe(0);
    expect(calls.filter((line) => / create /.test(line))).toEqual([]);
  });
});

describe("cleanup.sh", () => {
  it("S3-52 deletes the project", () =>
    expect(scripts().run("cleanup.sh", ["--yes"], PROJECT).lines).toEqual(["gcloud projects delete cats-1 --quiet"]));

  it.each<Record<string, string>>([{}, { GOOGLE_PROJECT: "" }])("S3-52 refuses to guess which (%j)", (environment) => {
    const { status, errors, lines } = scripts().run("cleanup.sh", ["--yes"], environment);
    expect([status, errors, lines]).toEqual([
      1,
      "GOOGLE_PROJECT is not set, and the default is not taken for what cannot be undone\n",
      [],
    ]);
  });

  it("S3-52 asks", () => expect(scripts().run("cleanup.sh", [], PROJECT, "\n").lines).toEqual([]));
});

describe("restore-database.sh", () => {
  const restored = (environment = {}): string | undefined =>
    scripts()
      .run("restore-database.sh", ["--yes"], { ...PROJECT, ...environment })
      .lines.at(-1);

  it("S3-19 restores the last backup that succeeded", () =>
    expect(restored()).toBe(
      "gcloud sql backups restore 1700000000000 --restore-instance lofocats-demo-lofocats-0a1b --project cats-1 --quiet",
    ));

  it("S3-19 restores the backup that it is told", () =>
    expect(restored({ BACKUP: "42" })).toMatch(/^gcloud sql backups restore 42 /));

  it("stops where there is none", () => {
    const { status, errors } = scripts({ "gcloud sql backups list *": "" }).run("restore-database.sh", [], PROJECT);
    expect([status, errors]).toEqual([1, "there is no backup of lofocats-demo-lofocats-0a1b\n"]);
  });
});

describe("rollout-undo.sh", () => {
  const undone = (...argv: readonly string[]) => scripts().run("rollout-undo.sh", argv, PROJECT);

  it("S3-61 brings the revision before back, and waits until it serves", () => {
    const { status, errors, lines } = undone("api");
    expect([status, errors]).toEqual([0, ""]);
    expect(lines.slice(-3)).toEqual([
      "gcloud container clusters get-credentials lofocats-demo-gke --location us-central1 --project cats-1",
      "kubectl --namespace lofocats-demo rollout undo deployment/api",
      "kubectl --namespace lofocats-demo rollout status deployment/api",
    ]);
  });

  it("S3-61 says so", () =>
    expect(scripts().read("out/lofocats/demo/runbook/rollout-undo.sh")).toContain(
      "#   - prepare Terraform\n#   - bring back the revision before the last one of APP\n",
    ));

  it.each(["migrate", "nobody"])("S3-61 knows no revisions of %s", (name) => {
    const { status, errors } = undone(name);
    expect([status, errors]).toEqual([64, "APP must be one of api, ui\n"]);
  });
});
