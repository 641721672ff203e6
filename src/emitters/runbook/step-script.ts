import type { Environment } from "../../compiler/environment/environment.ts";
import type { Action, Operation, Step } from "../../compiler/environment/operation.ts";
import type { SpecPath } from "../../formats/origin.ts";
import type { TemplateDocument } from "../../formats/text/template.ts";

/** One thing that a script does: a shell function of this name with these commands. */
export interface Task {
  /** What it is about, where a step is about elements: the caller's argument chooses by it. */
  readonly element?: string;
  /** Of the shell function; tasks of one name do the same. */
  readonly name: string;
  /** What it does, as one would ask for it: "build the image app". */
  readonly text: string;
  /** On the machine of the environment, or where the script runs, whatever the step says; else where the step says. */
  readonly where?: "node" | "here";
  /** The programs that its commands call. */
  readonly tools: readonly string[];
  /** What of values.sh its commands read: secrets, and what Terraform has made. */
  readonly reads?: readonly ("secrets" | "outputs")[];
  /** Whether Terraform is asked, which has to be prepared before. */
  readonly asksTerraform?: boolean;
  /** Variables that the deployer must have set in so many words, where a default would be dangerous. */
  readonly told?: readonly string[];
  /** The body of the function, in a template of its own. */
  readonly commands: TemplateDocument;
}

/** Where a step stands. */
export interface StepPlace {
  readonly environment: Environment;
  readonly operation: Operation;
  readonly step: Step;
}

/** What a step makes of its script: none where nothing in the environment does it, one, or one for each element. */
export type Lowering<A extends Action> = (place: StepPlace, action: A) => readonly Task[];

/** What an argument of a script must be, with the words that say so. */
export interface ArgumentRule {
  readonly argument: string;
  readonly at: SpecPath;
  readonly choices?: readonly string[];
  readonly pattern?: string;
  readonly min?: number;
  readonly max?: number;
}
