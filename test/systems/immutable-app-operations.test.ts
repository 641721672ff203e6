import { describe, expect, it } from "vitest";
import { systemScripts } from "../support/system-scripts.ts";
import type { Answers, Scripts } from "../support/trace.ts";

const TOKEN = { DIGITALOCEAN_TOKEN: "a token" };

/** What Packer writes when it has built: the run before stands beside the last one. */
const manifest = JSON.stringify({
  builds: [
    { packer_run_uuid: "1", artifact_id: "ams3:1", custom_data: { image_name: "app-1" } },
    { packer_run_uuid: "2", artifact_id: "ams3:46661831", custom_data: { image_name: "app-1556829999" } },
  ],
  last_run_uuid: "2",
});

const tools = ["ansible-galaxy", "ansible-playbook", "curl", "packer", "sleep", "terraform"];

function scripts(answers: Answers = {}, standIns: readonly string[] = [...tools, "git"]): Scripts {
  const built = { "packer build *": { bash: `printf '%s' '${manifest}' > packer-manifest.json` } };
  return systemScripts("immutable-app", ["prod"], {
    standIns,
    answers: { "git * diff *": 1, "terraform * workspace show": "default", ...built, ...answers },
  });
}

const settings = ({ read }: Scripts): unknown => JSON.parse(read("settings/immutable-app-prod.tfvars.json") ?? "{}");

const short = (lines: readonly string[]): readonly string[] =>
  lines.map((line) => line.replaceAll(/\S*scripts-[^/ ]+/g, ".").replaceAll(" -chdir=../terraform", ""));

const applied = [
  "terraform init -input=false",
  "terraform workspace show",
  "terraform workspace select -or-create prod",
  "terraform apply",
];

const committed = (message: string): readonly string[] => [
  "git -C ./settings add ./settings/immutable-app-prod.tfvars.json",
  "git -C ./settings diff --cached --quiet -- ./settings/immutable-app-prod.tfvars.json",
  `git -C ./settings commit --quiet --message ${message} -- ./settings/immutable-app-prod.tfvars.json`,
];

const built = [
  "packer plugins install github.com/digitalocean/digitalocean",
  "packer plugins install github.com/hashicorp/ansible",
  "ansible-galaxy collection install -r ../ansible/requirements.yml",
  "packer build app.json",
  ...committed("image_name = app-1556829999 in immutable-app-prod"),
];

describe("release.sh", () => {
  it("S2-46 S2-33 tags, waits for the pipeline, builds once, keeps the new image's name, applies", () => {
    const made = scripts();
    const { status, lines } = made.run("release.sh", ["--yes"], TOKEN);
    expect(status).toBe(0);
    expect(short(lines)).toEqual([
      "git -C . tag --annotate --message v1 v1",
      "git -C . push origin v1",
      "curl --fail --silent --show-error --location --head --output /dev/null https://github.com/Amygos/immutable_deploys/releases/download/v1/app",
      ...built,
      ...applied,
    ]);
    expect(settings(made)).toEqual({ image_name: "app-1556829999" });
  });

  it("S2-15 begins with a tag that is pushed, and goes no further when it is taken", () => {
    const { status, lines } = scripts({ "git * tag *": 128 }).run("release.sh", [], TOKEN);
    expect([status, lines.length]).toEqual([128, 1]);
  });

  it("waits until the release has its file, and gives up", () => {
    const once = { "curl *": { bash: '[ -e "$CALLS.once" ] || { touch "$CALLS.once"; exit 22; }' } };
    expect(
      scripts(once)
        .run("release.sh", [], TOKEN)
        .lines.filter((line) => line.startsWith("sleep")),
    ).toHaveLength(1);
    const never = scripts({ "curl *": 22 }).run("release.sh", [], { ...TOKEN, RELEASE_TIMEOUT: "30" });
    expect([never.status, never.lines.some((line) => line.startsWith("packer"))]).toEqual([1, false]);
  });

  it("applies nothing where the build fails", () => {
    const { status, lines } = scripts({ "packer build *": 1 }).run("release.sh", [], TOKEN);
    expect([status, lines.some((line) => line.startsWith("terraform"))]).toEqual([1, false]);
  });
});

describe("what operators set", () => {
  it("S2-48 rolls back to an earlier snapshot by its name", () => {
    const made = scripts();
    const { lines } = made.run("rollback.sh", ["app-1556824617"], TOKEN);
    expect(short(lines)).toEqual([...committed("image_name = app-1556824617 in immutable-app-prod"), ...applied]);
    expect(settings(made)).toEqual({ image_name: "app-1556824617" });
  });

  it.each(["app-", "app-1 ", "latest"])("S2-48 refuses %j, which is no snapshot's name", (name) =>
    expect(scripts().run("rollback.sh", [name], TOKEN).lines).toEqual([]),
  );

  it("S2-50 scales to another count", () => {
    const made = scripts();
    const { lines } = made.run("scale.sh", ["3"], TOKEN);
    expect(short(lines)).toEqual([...committed("instance_count = 3 in immutable-app-prod"), ...applied]);
    expect(settings(made)).toEqual({ instance_count: 3 });
    expect(scripts().run("scale.sh", ["0"], TOKEN).errors).toBe("N must be at least 1\n");
  });

  it("S2-49 is versioned: each deployment is a commit", () => {
    const made = scripts({}, tools);
    const identity = {
      ...TOKEN,
      GIT_AUTHOR_NAME: "o",
      GIT_AUTHOR_EMAIL: "o@e",
      GIT_COMMITTER_NAME: "o",
      GIT_COMMITTER_EMAIL: "o@e",
    };
    made.git("init", "--quiet");
    made.run("rollback.sh", ["app-1"], identity);
    made.run("scale.sh", ["3"], identity);
    const { status } = made.run("rollback.sh", ["app-2"], identity);
    expect(status).toBe(0);
    expect(made.git("log", "--format=%s").trim().split("\n")).toEqual([
      "image_name = app-2 in immutable-app-prod",
      "instance_count = 3 in immutable-app-prod",
      "image_name = app-1 in immutable-app-prod",
    ]);
    expect(JSON.parse(made.git("show", "HEAD:settings/immutable-app-prod.tfvars.json"))).toEqual({
      image_name: "app-2",
      instance_count: 3,
    });
  });

  it("S2-47 reaches Terraform as a variable", () => {
    const made = scripts({ "terraform * apply": { bash: 'echo "$TF_VAR_image_name $TF_VAR_instance_count" >&2' } });
    expect(made.run("rollback.sh", ["app-1"], TOKEN).errors).toBe("app-1 2\n");
    expect(made.run("scale.sh", ["3"], TOKEN).errors).toBe("app-1 3\n");
  });
});

it("S2-54 rebuild.sh builds and deploys without a new version of the app", () =>
  expect(short(scripts().run("rebuild.sh", [], TOKEN).lines)).toEqual([...built, ...applied]));

it("S2-57 workspace.sh chooses the workspace that it is told", () =>
  expect(short(scripts({ "terraform * workspace show": "prod" }).run("workspace.sh", ["stage"], TOKEN).lines)).toEqual([
    "terraform init -input=false",
    "terraform workspace show",
    "terraform workspace select -or-create stage",
  ]));

it("stops before anything is done where the token is missing", () => {
  const { status, errors, lines } = scripts().run("release.sh");
  expect([status, errors, lines]).toEqual([1, "DIGITALOCEAN_TOKEN is not set: it holds the secret do_token\n", []]);
});
