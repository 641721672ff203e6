import type { Environment } from "../../compiler/environment/environment.ts";
import type { Operation } from "../../compiler/environment/operation.ts";
import type { Variable } from "../../compiler/environment/variable.ts";
import { imageVariable } from "../parts/image-variable.ts";
import { selects } from "./selects.ts";

/** An input that the scripts read, by the variable of the deployer's environment that says it. */
export interface Input {
  readonly variable: Variable;
  readonly read: string;
  /** Operations change it, so that what they set is kept for the next time. */
  readonly isKept: boolean;
}

/** Variables of the spec that a deployer may say, and those that operations set. */
export function inputsOf(environment: Environment): readonly Input[] {
  const kept = keptVariables(environment);
  return environment.variables.flatMap((variable) => {
    const isKept = kept.has(variable.name);
    if (variable.env === undefined && !isKept) return [];
    return [{ variable, read: variable.env ?? `TF_VAR_${variable.name}`, isKept }];
  });
}

/** The deployer's variable that holds the value of one of the spec; undefined is the value that specc compiled with. */
export const inputVariable = (environment: Environment, name: string): string | undefined =>
  inputsOf(environment).find(({ variable }) => variable.name === name)?.read;

/** Those that operations set, and those by which a build of Packer hands its result over. */
const keptVariables = (environment: Environment): ReadonlySet<string> =>
  new Set([
    ...environment.operations.flatMap(setBy),
    ...(selects(environment, "packer")
      ? environment.machineImages.filter(({ builder }) => builder !== undefined)
      : []
    ).flatMap((image) => imageVariable(image) ?? []),
  ]);

const setBy = ({ steps, onFailure }: Operation): readonly string[] =>
  [...steps, ...onFailure].flatMap(({ action }) => (action.kind === "setVar" ? [action.variable] : []));
