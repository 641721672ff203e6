import { error } from "./entry.ts";
import { quoted } from "./wording.ts";

/** What may be right in the language and no pipeline can do. */
export const ciFindings = {
  "ci-stage": error({
    about:
      "A pipeline of Travis CI builds, tests and releases. What plans, applies and deploys needs an identity in the cloud and people who agree, which GitHub Actions have.",
    message: (p: { stage: string; kind: string; stages: readonly string[] }) =>
      `\`${p.kind}\` has no stage \`${p.stage}\`, only ${quoted(p.stages)}`,
    help: () => "remove the stage, or write `kind: github-actions`",
  }),
  "ci-stage-empty": error({
    about:
      "A stage does something: `build` has commands or images, `test` commands, `scan` images, `release` a registry of kind `release` and an app with an artifact from it, `plan` and `apply` Terraform, `deploy` a runtime.",
    message: (p: { pipeline: string; stage: string; lacks: string }) =>
      `the stage \`${p.stage}\` of \`${p.pipeline}\` has nothing to do: there is no ${p.lacks}`,
    help: (p) => `remove \`${p.stage}\``,
  }),
  "ci-late-bound": error({
    about:
      "The commands and the image of a pipeline are written before anything is deployed; they may read `vars` and what the pipeline builds.",
    message: (p: { source: string; field: string }) => `a pipeline cannot fill \`${p.source}\` into \`${p.field}\``,
  }),
  "ci-temporary": error({
    about:
      "Each branch with an environment of its own needs something that keeps it apart from the others: a project of Google Cloud, whose name is a variable with `env`.",
    message: (p: { pipeline: string }) => `nothing keeps the temporary environments of \`${p.pipeline}\` apart`,
    help: () => "read `provider.project` from a variable with `env`, and write a `branch` for the trigger",
  }),
} as const;
