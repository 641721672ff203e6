import { describe, expect, it } from "vitest";
import { runbook } from "../../../src/emitters/runbook/index.ts";
import { specc } from "../../support/specc.ts";
import { type Answers, type Run, type Scripts, scriptsOf } from "../../support/trace.ts";

const spec = `
targets: [terraform, nomad]
vars: {release: {default: "1.4.2", pattern: "^[0-9.]+$", env: RELEASE}, copies: {default: 2, min: 1, max: 9}}
apps:
  web: {image: "ghcr.io/acme/web:\${vars.release}", env: {KEY: "\${secrets.key}"}}
  api: {image: "ghcr.io/acme/api:1"}
secrets: {key: {env: PAYMENT_KEY}}
operations:
  setCopies: {args: [n], steps: [{setVar: {name: copies, argument: n}}, {terraform: apply}]}
  release: {args: [version], steps: [{setVar: {name: release, argument: version}}]}
  deploy: {args: [app], steps: [{nomad: validate, of: args.app}, {nomad: run, of: args.app}]}
  deployAll: {confirm: true, steps: [{run: plan}, {nomad: run}], onFailure: [{nomad: stop}, {terraform: destroy}]}
  plan: [{terraform: init}, {terraform: plan}]
  compare: [{run: plan, at: prod}]
environments: {dev: {}, prod: {}}
`;

const KEY = { PAYMENT_KEY: "it's a key" };

function scripts(answers: Answers = {}, standIns = ["git", "nomad", "terraform"]): Scripts {
  const compiled = ["dev", "prod"].map((environment) => specc(spec, [runbook], { environment }));
  return scriptsOf(compiled, { standIns, answers });
}

const settings = ({ read }: Scripts): unknown => JSON.parse(read("settings/shop-dev.tfvars.json") ?? "{}");

describe("the script of an operation", () => {
  it("takes its steps in order", () => {
    const { status, errors, lines } = scripts().run("deploy.sh", ["web"], KEY);
    expect([status, errors]).toEqual([0, ""]);
    expect(lines).toEqual([
      "nomad job validate ../nomad/web.nomad.hcl",
      "nomad var put -force -in json nomad/jobs/web -",
      "nomad job run ../nomad/web.nomad.hcl",
    ]);
  });

  it("is called by its name in lower case", () =>
    expect(scripts().run("set-copies.sh", ["--help"]).errors).toBe("usage: set-copies.sh [--yes] N\n"));

  const refused = (script: string, ...argv: readonly string[]): Pick<Run, "status" | "errors" | "lines"> => {
    const { status, errors, lines } = scripts().run(script, argv, KEY);
    return { status, errors, lines };
  };

  it.each([
    ["deploy.sh", [], "usage: deploy.sh [--yes] APP\n"],
    ["deploy.sh", ["web", "api"], "usage: deploy.sh [--yes] APP\n"],
    ["deploy.sh", ["mailer"], "APP must be one of api, web\n"],
    ["deploy.sh", ["$(id)"], "APP must be one of api, web\n"],
    ["set-copies.sh", ["0"], "N must be at least 1\n"],
    ["set-copies.sh", ["10"], "N must be at most 9\n"],
    ["set-copies.sh", ["two"], "N must be a number\n"],
    ["release.sh", ["latest"], "VERSION must be like ^[0-9.]+$\n"],
  ])("%s %j is refused before anything is done", (script, argv, errors) =>
    expect(refused(script, ...argv)).toEqual({ status: 64, errors, lines: [] }),
  );

  it("stops where a tool is missing", () => {
    const { status, errors, lines } = scripts({}, ["terraform"]).run("deploy.sh", ["web"], KEY);
    expect([status, errors, lines]).toEqual([1, "nomad is not installed, or not on the PATH\n", []]);
  });

  it("stops where a variable is missing", () => {
    const { status, errors, lines } = scripts().run("deploy.sh", ["web"]);
    expect([status, errors, lines]).toEqual([1, "PAYMENT_KEY is not set: it holds the secret key\n", []]);
  });

  it("takes the place of the script that specc writes by that name", () => {
    expect(scripts().run("plan.sh", [], KEY).lines).toEqual([
      "terraform -chdir=../terraform init -input=false",
      "terraform -chdir=../terraform plan -out=saved.tfplan",
    ]);
  });

  it("goes to the environment where a step is done", () => {
    const { status, lines } = scripts({ "terraform *": { bash: 'echo "$PWD" >> "$CALLS.places"' } }).run(
      "compare.sh",
      [],
      KEY,
    );
    expect([status, lines.length]).toEqual([0, 2]);
  });
});

describe("a question", () => {
  it.each(["n\n", "\n", ""])("answered by %j stops the script", (answer) => {
    const { status, lines } = scripts().run("deploy-all.sh", [], KEY, answer);
    expect([status, lines]).toEqual([1, []]);
  });

  it.each(["y\n", "Y\n", "yes\n"])("answered by %j lets it go on", (answer) =>
    expect(scripts().run("deploy-all.sh", [], KEY, answer).lines[0]).toBe(
      "terraform -chdir=../terraform init -input=false",
    ),
  );

  it("is answered by --yes for all that the script runs", () => {
    const asked = { "terraform * plan *": { bash: 'echo "$TF_CLI_ARGS_apply" >&2' } };
    expect(scripts(asked).run("deploy-all.sh", ["--yes"], KEY).errors.trim()).toBe("-auto-approve");
  });
});

describe("a step that fails", () => {
  it("ends the script, after what is to be done then", () => {
    const { status, lines } = scripts({ "nomad job run *web*": 3 }).run("deploy-all.sh", ["--yes"], KEY);
    expect(status).toBe(3);
    expect(lines.slice(2)).toEqual([
      "nomad job run ../nomad/api.nomad.hcl",
      "nomad var put -force -in json nomad/jobs/web -",
      "nomad job run ../nomad/web.nomad.hcl",
      "nomad job stop api",
      "nomad job stop web",
      "terraform -chdir=../terraform init -input=false",
      "terraform -chdir=../terraform destroy",
    ]);
  });

  it("says when that fails as well", () => {
    const { status, errors } = scripts({ "nomad job *": 3 }).run("deploy-all.sh", ["--yes"], KEY);
    expect([status, errors]).toEqual([3, "what was to be done on failure has failed as well\n"]);
  });
});

describe("what an operation sets", () => {
  it("is kept beside the output, with its type, and committed", () => {
    const made = scripts({ "git * diff *": 1 });
    const { status, lines } = made.run("set-copies.sh", ["3"], KEY);
    expect([status, settings(made)]).toEqual([0, { copies: 3 }]);
    expect(lines.filter((line) => line.startsWith("git")).map((line) => line.replaceAll(made.folder, "."))).toEqual([
      "git -C ./settings add ./settings/shop-dev.tfvars.json",
      "git -C ./settings diff --cached --quiet -- ./settings/shop-dev.tfvars.json",
      "git -C ./settings commit --quiet --message copies = 3 in shop-dev -- ./settings/shop-dev.tfvars.json",
    ]);
  });

  it("holds from then on for all scripts, unless the environment says something else", () => {
    const made = scripts({ "terraform * plan *": { bash: 'echo "$TF_VAR_release $TF_VAR_copies" >&2' } });
    const planned = (environment = {}): string => made.run("plan.sh", [], { ...KEY, ...environment }).errors.trim();
    expect(planned()).toBe("1.4.2 2");
    made.run("release.sh", ["1.5.0"], KEY);
    made.run("set-copies.sh", ["4"], KEY);
    expect(planned()).toBe("1.5.0 4");
    expect(planned({ RELEASE: "1.6.0" })).toBe("1.6.0 4");
  });

  it("throws a plan away that was made before", () => {
    const made = scripts({ "terraform * plan *": { bash: "touch ../terraform/saved.tfplan" } });
    made.run("plan.sh", [], KEY);
    expect(made.run("set-copies.sh", ["4"], KEY).lines.at(-1)).toBe("terraform -chdir=../terraform apply");
  });
});

it("each operation is in the README with its steps", () => {
  const { files } = specc(spec, [runbook]);
  const text = files.get("runbook/README.md")?.printed.text ?? "";
  expect(text.slice(text.indexOf("## Operations"), text.indexOf("## What the environment"))).toMatchInlineSnapshot(`
    "## Operations

    Each script looks first whether the tools and variables are there that it needs. \`--yes\` answers every question.

    ### \`compare.sh [--yes]\`

    1. run plan.sh, at prod

    ### \`deploy.sh [--yes] APP\`

    1. check the job APP
    1. run the job APP

    ### \`deploy-all.sh [--yes]\`

    1. run plan.sh
    1. run the job api
    1. run the job web

    When a step fails:

    1. stop the job api
    1. stop the job web
    1. prepare Terraform
    1. destroy what Terraform made, after it has shown that and asked

    ### \`plan.sh [--yes]\`

    1. prepare Terraform
    1. show what Terraform would change, and save the plan

    ### \`release.sh [--yes] VERSION\`

    1. set release to VERSION, and commit that

    ### \`set-copies.sh [--yes] N\`

    1. set copies to N, and commit that
    1. prepare Terraform
    1. apply the plan of Terraform that was saved, or show one and ask

    ## What operations set

    Operations keep what they set in \`settings/shop-dev.tfvars.json\`, beside the folder that specc writes, and commit it: its
    history is that of the deployments. \`SETTINGS\` names another folder. All scripts here read it, unless the environment says
    something else; Terraform called by hand wants \`-var-file\`. A variable that is not in it has the value of the spec.

    "
  `);
});

it.each([
  ["gcs", "prefix"],
  ["s3", "key"],
])("a key in a bucket of %s that the deployer says is its %s", (kind, name) => {
  const compiled = specc(
    `targets: [terraform]
provider: {kind: google, region: europe-west1, project: p-1}
vars: {folder: {default: shop, env: FOLDER}}
state: {kind: ${kind}, bucket: shop-state, key: "\${vars.folder}/dev"}
operations: {prepare: [{terraform: init}]}`,
    [runbook],
  );
  const { lines } = scriptsOf([compiled], { standIns: ["terraform"] }).run("prepare.sh", [], { FOLDER: "mine" });
  expect(lines).toEqual([`terraform -chdir=../terraform init -input=false -backend-config=${name}=mine/dev`]);
});
