import type { Environment } from "../../compiler/environment/environment.ts";
import type { Pipeline, Stage } from "../../compiler/environment/pipeline.ts";
import { literal } from "../../compiler/environment/text.ts";
import { by } from "../../compiler/rules.ts";
import { ORIGINS, type Traced, traced } from "../../formats/origin.ts";
import type { YamlNode } from "../../formats/yaml/tree.ts";
import { hasScript, scriptName, stepsScript } from "../parts/script-name.ts";
import { pinned } from "./actions.ts";
import { expression, plain } from "./expression.ts";
import { builtHere, loginStep, scannedImages } from "./images.ts";
import type { JobSketch } from "./job.ts";
import { releasedFiles } from "./released-files.ts";
import { bootstrapOperation, deployTool, tools } from "./runbook-calls.ts";
import { deployerEnvironment, deployerInputs, keptStep, signIn, signInPermissions } from "./sign-in.ts";
import { branchName, cleanup, unlessDeleted } from "./temporary.ts";
import { triggerOf } from "./triggers.ts";
import { commandLine, githubWords } from "./words.ts";

/** What each stage is told: the jobs before it. */
type StageJobs = (
  environment: Environment,
  pipeline: Pipeline,
  stage: Traced<Stage>,
  needs: readonly string[],
) => readonly JobSketch[];

/** The jobs of a pipeline, stage by stage: each waits for those before it. */
export function jobsOf(environment: Environment, pipeline: Pipeline): readonly JobSketch[] {
  const isTemporary = triggerOf(environment, pipeline)?.temporary.value === true;
  // A new environment has nothing that a plan could be compared with.
  const stages = pipeline.stages.filter(({ value }) => !isTemporary || (value !== "plan" && value !== "review"));
  const jobs = stages.reduce<readonly JobSketch[]>((before, stage) => {
    const last = before.filter(({ id }) => !before.some(({ needs }) => needs.includes(id))).map(({ id }) => id);
    return [...before, ...stageJobs[stage.value](environment, pipeline, stage, last)];
  }, []);
  return isTemporary
    ? [...jobs.map(unlessDeleted), cleanup(environment, pipeline, prepared(environment, pipeline))]
    : jobs;
}

const checkout: YamlNode = {
  uses: traced(pinned("actions/checkout"), by("ci-pinned", ["ci"])),
  with: { "persist-credentials": false },
};

/** Where what stands before is left out for a request, such as a push of images, this is not. */
const unlessFailed = "!cancelled() && !failure()";

const notOnRequests = "github.event_name != 'pull_request'";

const run = (name: string, line: string): YamlNode => ({ name, run: line });

const at = (stage: Traced<Stage>): JobSketch["at"] => stage[ORIGINS][0]?.at ?? [];

const commandJob = (
  id: "build" | "test",
  { build, test, image, stages }: Pipeline,
  stage: Traced<Stage>,
  needs: readonly string[],
  more: readonly YamlNode[] = [],
): JobSketch => ({
  id,
  at: at(stage),
  needs,
  condition: needs.length === 0 ? undefined : unlessFailed,
  container: image && traced(plain(literal(image).value), ...image[ORIGINS]),
  steps: [
    checkout,
    ...(id === "build" ? build : test).map((command) =>
      traced<YamlNode>({ run: plain(commandLine(command, githubWords)) }, ...command.flatMap((each) => each[ORIGINS])),
    ),
    ...(stages.length === 0 ? [] : more),
  ],
});

const stageJobs: Readonly<Record<Stage, StageJobs>> = {
  build: (environment, pipeline, stage, needs) => [
    ...(pipeline.build.length === 0
      ? []
      : [commandJob("build", pipeline, stage, needs, handedFiles(environment, pipeline))]),
    ...(builtHere(environment).length === 0 ? [] : [imagesJob(environment, stage, needs)]),
  ],
  test: (_, pipeline, stage, needs) => [commandJob("test", pipeline, stage, needs)],
  scan: (environment, _, stage, needs) => [
    {
      id: "scan",
      at: at(stage),
      needs,
      condition: builtHere(environment).length === 0 ? undefined : notOnRequests,
      steps: scannedImages(environment).map(({ name, word }) =>
        run(
          `Look for known holes in ${plain(name)}`,
          `docker run --rm docker.io/aquasec/trivy:0.58.1 image --exit-code 1 --ignore-unfixed --severity HIGH,CRITICAL ${plain(word)}`,
        ),
      ),
    },
  ],
  release: (environment, pipeline, stage, needs) => [
    {
      id: "release",
      at: at(stage),
      needs,
      condition: "github.ref_type == 'tag'",
      permissions: traced<YamlNode>({ contents: "write" }, by("ci-least-privilege", at(stage))),
      env: { GH_TOKEN: expression("github.token"), GH_REPO: expression("github.repository") },
      steps: [
        { uses: pinned("actions/download-artifact"), with: { name: "release" } },
        run(
          "Release what was built",
          plain(
            `gh release create "$GITHUB_REF_NAME" --verify-tag --generate-notes ${fileWords(environment, pipeline).join(" ")}`,
          ),
        ),
      ],
    },
  ],
  plan: (environment, pipeline, stage, needs) => [
    {
      ...runbookJob(environment, pipeline, "plan", stage, needs),
      condition: needs.length === 0 ? undefined : unlessFailed,
      steps: [
        ...prepared(environment, pipeline),
        run(
          "Show what would change",
          hasScript(environment, "plan.sh") ? '"$RUNBOOK"/plan.sh' : '"$RUNBOOK"/plan.sh terraform',
        ),
        ...(tools(environment).includes("kubernetes") && !hasScript(environment, "plan.sh")
          ? [
              // The first time there is no cluster yet.
              {
                name: "Show what would change in the cluster",
                run: '"$RUNBOOK"/plan.sh kubernetes',
                "continue-on-error": true,
              },
            ]
          : []),
      ],
    },
  ],
  review: (environment, _, stage, needs) => [
    {
      id: "review",
      at: at(stage),
      needs,
      condition: notOnRequests,
      environment: environment.environment,
      permissions: {},
      steps: [
        run("Go on", `echo "the reviewers of the GitHub environment ${environment.environment.value} have agreed"`),
      ],
    },
  ],
  apply: (environment, pipeline, stage, needs) => [
    {
      ...runbookJob(environment, pipeline, "apply", stage, needs),
      condition: notOnRequests,
      steps: [...prepared(environment, pipeline), run("Apply", applyLine(environment, pipeline))],
    },
  ],
  deploy: (environment, pipeline, stage, needs) => [
    {
      ...runbookJob(environment, pipeline, "deploy", stage, needs),
      condition: notOnRequests,
      steps: [
        ...prepared(environment, pipeline),
        ...deployTool(environment),
        run("Deploy the apps", `"$RUNBOOK"/${stepsScript(environment)} ${tools(environment).join(" ")}`),
      ],
    },
  ],
};

/** The files that a later job releases. */
function handedFiles(environment: Environment, pipeline: Pipeline): readonly YamlNode[] {
  if (!pipeline.stages.some(({ value }) => value === "release")) return [];
  const paths = releasedFiles(environment, pipeline).map((file) => plain(literal(file).value));
  return [
    {
      uses: pinned("actions/upload-artifact"),
      with: { name: "release", path: paths.join("\n"), "if-no-files-found": "error", "retention-days": 1 },
    },
  ];
}

const fileWords = (environment: Environment, pipeline: Pipeline): readonly string[] =>
  releasedFiles(environment, pipeline).map((file) => commandLine([file], githubWords));

const imagesJob = (environment: Environment, stage: Traced<Stage>, needs: readonly string[]): JobSketch => ({
  id: "images",
  at: at(stage),
  needs,
  condition: notOnRequests,
  permissions: traced<YamlNode>({ contents: "read", packages: "write" }, by("ci-least-privilege", at(stage))),
  env: deployerInputs(environment),
  steps: [
    checkout,
    ...loginStep(environment),
    run("Build and push the images", `"$RUNBOOK"/${stepsScript(environment)} images`),
  ],
});

/** A job that calls scripts of the runbook: signed in, with what they read. */
const runbookJob = (
  environment: Environment,
  pipeline: Pipeline,
  id: Stage,
  stage: Traced<Stage>,
  needs: readonly string[],
): Omit<JobSketch, "steps"> => ({
  id,
  at: at(stage),
  needs,
  permissions: signInPermissions(environment, stage),
  env: deployerEnvironment(environment, triggerOf(environment, pipeline)),
});

const prepared = (environment: Environment, pipeline: Pipeline): readonly YamlNode[] => [
  checkout,
  ...branchName(environment, pipeline),
  ...signIn(environment),
  ...keptStep(environment),
];

const applyLine = (environment: Environment, pipeline: Pipeline): string => {
  const bootstrap = triggerOf(environment, pipeline)?.temporary.value ? bootstrapOperation(environment) : undefined;
  if (bootstrap !== undefined) return `"$RUNBOOK"/${scriptName(bootstrap.name)} --yes`;
  if (hasScript(environment, "apply.sh")) return '"$RUNBOOK"/apply.sh --yes';
  return `TF_CLI_ARGS_apply=-auto-approve "$RUNBOOK"/${stepsScript(environment)} terraform`;
};
