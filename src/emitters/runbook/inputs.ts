import type { Environment } from "../../compiler/environment/environment.ts";
import type { MachineImage } from "../../compiler/environment/image.ts";
import type { Operation } from "../../compiler/environment/operation.ts";
import { wholeReference } from "../../compiler/environment/text.ts";
import type { Variable } from "../../compiler/environment/variable.ts";

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

/** The variable that names the image which machines boot: a build hands its result over by it. */
export function imageVariable({ existing }: MachineImage): string | undefined {
  const reference = existing === undefined ? undefined : wholeReference(existing);
  return reference?.kind === "variable" ? reference.name : undefined;
}

const keptVariables = (environment: Environment): ReadonlySet<string> =>
  new Set(environment.operations.flatMap((operation) => setBy(environment, operation)));

function setBy({ machineImages }: Environment, { steps, onFailure }: Operation): readonly string[] {
  return [...steps, ...onFailure].flatMap(({ action }) => {
    if (action.kind === "setVar") return [action.variable];
    if (action.kind !== "packer") return [];
    const { value: of } = action.of;
    return machineImages
      .filter(({ name }) => of.kind !== "element" || of.name === name)
      .flatMap((image) => imageVariable(image) ?? []);
  });
}
