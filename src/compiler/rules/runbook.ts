/** Rules of the runbook. */
export const runbookRules = {
  "runbook-order":
    "Images are there before the machines that boot them, machines before what runs on them, and what only the deployment knows before the apps that read it.",
  "runbook-values":
    "Secrets come from the deployer's environment and attributes from Terraform's outputs; the scripts hand them on through the environment and pipes, where no list of processes shows them.",
  "runbook-generated":
    "A generated secret is made once and kept with the deployer, so that the next run and every runtime get the same.",
  "runbook-build":
    "BuildKit looks for what to ignore beside the Dockerfile, under its name and `.dockerignore`, so both are put into one folder for the build.",
} as const;
