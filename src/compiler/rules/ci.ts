/** Rules of the pipelines. */
export const ciRules = {
  "ci-pinned":
    "Actions are pinned by commit, since a tag may be moved to code that nobody has seen; the head of the file says which version each is.",
  "ci-least-privilege":
    "The token of a job may read the sources; a job that signs in to the cloud may ask for an identity, and one that releases may write releases.",
  "ci-identity":
    "Jobs sign in to the cloud by an identity that GitHub vouches for, so that no key of the cloud is kept there.",
  "ci-concurrency": "Two runs never change one environment at the same time; the later one waits.",
  "ci-runbook": "Jobs call the scripts of the runbook, so that a pipeline does what a person would do by hand.",
  "ci-image": "A build image of Go says the version of the language that Travis sets up.",
} as const;
