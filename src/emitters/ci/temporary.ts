import type { Environment } from "../../compiler/environment/environment.ts";
import type { Pipeline } from "../../compiler/environment/pipeline.ts";
import { traced } from "../../formats/origin.ts";
import type { YamlNode } from "../../formats/yaml/tree.ts";
import { scriptName } from "../parts/script-name.ts";
import { expression } from "./expression.ts";
import type { JobSketch } from "./job.ts";
import { cleanupOperation } from "./runbook-calls.ts";
import { deployerEnvironment, signInPermissions } from "./sign-in.ts";
import { triggerOf } from "./triggers.ts";

/** Projects of branches are called after them: lower-case letters, digits and dashes, thirty at most. */
export function branchName(environment: Environment, pipeline: Pipeline): readonly YamlNode[] {
  if (triggerOf(environment, pipeline)?.temporary.value !== true) return [];
  return [
    {
      name: "Name the environment after the branch",
      env: { BRANCH: expression("github.event_name == 'delete' && github.event.ref || github.ref_name") },
      run: [
        "slug=$(printf '%s' \"${BRANCH##*/}\" | tr '[:upper:]' '[:lower:]' | tr -c 'a-z0-9' '-')",
        "name=$(printf '%.30s' \"$PROJECT-$slug\")",
        'echo "$PROJECT_VARIABLE=${name%%-}" >> "$GITHUB_ENV"',
      ].join("\n"),
    },
  ];
}

export const unlessDeleted = (job: JobSketch): JobSketch => ({
  ...job,
  condition:
    job.condition === undefined ? "github.event_name != 'delete'" : `${job.condition} && github.event_name != 'delete'`,
});

/** A branch that goes takes its environment along. */
export function cleanup(environment: Environment, pipeline: Pipeline, prepared: readonly YamlNode[]): JobSketch {
  const trigger = triggerOf(environment, pipeline);
  const operation = cleanupOperation(environment);
  const line =
    operation === undefined
      ? `TF_CLI_ARGS_destroy=-auto-approve "$RUNBOOK"/down.sh ${environment.name.value}-${environment.environment.value}`
      : `"$RUNBOOK"/${scriptName(operation.name)} --yes`;
  const start = (trigger?.branch?.value ?? "").split("*")[0] ?? "";
  return {
    id: "cleanup",
    at: trigger?.at ?? pipeline.at,
    needs: [],
    condition: `github.event_name == 'delete' && github.event.ref_type == 'branch' && startsWith(github.event.ref, '${start.replaceAll("'", "''")}')`,
    permissions: signInPermissions(environment, traced("deploy" as const, { at: pipeline.at })),
    env: deployerEnvironment(environment, trigger),
    steps: [...prepared, { name: "Remove the environment of the branch", run: line }],
  };
}
