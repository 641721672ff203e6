import type { Environment } from "../../compiler/environment/environment.ts";
import type { Pipeline, Trigger } from "../../compiler/environment/pipeline.ts";
import { by } from "../../compiler/rules.ts";
import { traced } from "../../formats/origin.ts";
import { type YamlDocument, type YamlNode, yaml } from "../../formats/yaml/tree.ts";
import { actions, type Action, versionsOf } from "./actions.ts";
import { expression, plain } from "./expression.ts";
import type { JobSketch } from "./job.ts";
import { jobsOf } from "./jobs.ts";
import { triggerOf } from "./triggers.ts";

/** A workflow of GitHub Actions for the environment that is compiled. */
export function workflow(environment: Environment, pipeline: Pipeline): YamlDocument {
  const { name, at } = pipeline;
  const where = environment.environment.value;
  const trigger = triggerOf(environment, pipeline);
  const jobs = jobsOf(environment, pipeline);
  return yaml(
    traced<YamlNode>(
      {
        name: `${name} (${where})`,
        on: startedBy(trigger),
        permissions: traced<YamlNode>({ contents: "read" }, by("ci-least-privilege", at)),
        concurrency: traced<YamlNode>(
          {
            group: trigger?.temporary.value
              ? `${name}-${where}-${expression("github.event.ref || github.ref")}`
              : `${name}-${where}`,
            "cancel-in-progress": false,
          },
          by("ci-concurrency", at),
        ),
        env: traced<YamlNode>({ RUNBOOK: `out/${environment.name.value}/${where}/runbook` }, by("ci-runbook", at)),
        jobs: Object.fromEntries(jobs.map(({ id, ...job }) => [id, jobNode(job)])),
      },
      { at },
    ),
    [
      `It belongs into .github/workflows/ at the root of the repository, beside the committed output.`,
      ...versionsOf(JSON.stringify(jobs.map(({ steps }) => usesIn(steps)))),
    ].join("\n"),
  );
}

const usesIn = (steps: readonly YamlNode[]): readonly string[] =>
  Object.keys(actions)
    .filter((action) => JSON.stringify(steps).includes(`${action as Action}@`))
    .map((action) => `${action}@`);

const jobNode = ({ at, ...job }: Omit<JobSketch, "id">): YamlNode =>
  traced<YamlNode>(
    {
      needs: job.needs.length === 0 ? undefined : job.needs,
      if: job.condition,
      "runs-on": "ubuntu-24.04",
      "timeout-minutes": 60,
      environment: job.environment,
      container: job.container,
      permissions: job.permissions,
      env: job.env === undefined || Object.keys(job.env).length === 0 ? undefined : job.env,
      steps: job.steps,
    },
    { at },
  );

/** A trigger as GitHub says it; without one people start the workflow, as they may any. */
function startedBy(trigger: Trigger | undefined): YamlNode {
  const branches =
    trigger?.branch === undefined
      ? undefined
      : [traced(plain(trigger.branch.value), { at: [...trigger.at, "branch"] })];
  const tags =
    trigger?.tag === undefined ? undefined : [traced(plain(trigger.tag.value), { at: [...trigger.at, "tag"] })];
  const isPushed = branches !== undefined || tags !== undefined;
  return {
    push: isPushed ? { branches, tags } : undefined,
    pull_request: trigger?.pullRequest.value ? { branches } : undefined,
    delete: trigger?.temporary.value ? null : undefined,
    workflow_dispatch: null,
  };
}
