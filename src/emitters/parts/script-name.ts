import type { Environment } from "../../compiler/environment/environment.ts";

/** `startNoStop` is the script `start-no-stop.sh`. */
export const scriptName = (operation: string): string =>
  `${operation
    .replaceAll(/(?<=[a-z0-9])(?=[A-Z])/g, "-")
    .replaceAll("_", "-")
    .toLowerCase()}.sh`;

/** The script that takes the steps of the tools one by one; an operation `up` has taken its usual name. */
export const stepsScript = (environment: Environment): string =>
  hasScript(environment, "up.sh") ? "up-steps.sh" : "up.sh";

/** Whether an operation is the script of that name. */
export const hasScript = ({ operations }: Environment, script: string): boolean =>
  operations.some(({ name }) => scriptName(name) === script);
