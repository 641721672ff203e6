import type { Traced } from "../../formats/origin.ts";
import type { Located, Named } from "./located.ts";
import type { Scalar, Text } from "./text.ts";

/** What a step is about: an element, all that there are, or what the script is called with. */
export type Subject =
  | { readonly kind: "element"; readonly section: string; readonly name: string }
  | { readonly kind: "all" }
  | { readonly kind: "argument"; readonly name: string };

/** Actions that are about one element. */
export type ElementAction =
  | "packer"
  | "ansible"
  | "runJob"
  | "start"
  | "stop"
  | "build"
  | "push"
  | "pull"
  | "seed"
  | "load"
  | "pipeline"
  | "snapshot"
  | "restore"
  | "export"
  | "tunnel"
  | "provision"
  | "keygen"
  | "createRepositories";

export type Action =
  | {
      readonly kind: "terraform";
      readonly verb: Scalar<TerraformVerb>;
      /** The argument that names the workspace; undefined is that of the environment. */
      readonly workspace: Traced<string> | undefined;
      /** The component whose state it is about, where each has one; undefined is all. */
      readonly of: Traced<Subject> | undefined;
    }
  | { readonly kind: "nomad"; readonly verb: Scalar<NomadVerb>; readonly of: Traced<Subject> }
  | { readonly kind: "kubectl"; readonly verb: Scalar<KubectlVerb>; readonly of: Traced<Subject> }
  | { readonly kind: "vagrant"; readonly verb: Scalar<VagrantVerb>; readonly of: Traced<Subject> }
  | { readonly kind: ElementAction; readonly of: Traced<Subject> }
  | { readonly kind: "fetch"; readonly of: Traced<Subject>; readonly from: Traced<string> | undefined }
  | { readonly kind: "run"; readonly operation: Traced<string> }
  | { readonly kind: "create" | "delete"; readonly what: Scalar<"project" | "state"> }
  | { readonly kind: "gitTag"; readonly tag: Text }
  | { readonly kind: "gitPush"; readonly to: Traced<string> }
  | CloneAction
  | { readonly kind: "checkout"; readonly repository: Text; readonly ref: Text }
  | { readonly kind: "removeContainers"; readonly prefix: Text }
  | { readonly kind: "setVar"; readonly variable: string; readonly to: NewValue };

export type TerraformVerb = "init" | "plan" | "apply" | "destroy" | "output" | "workspace";
export type NomadVerb = "validate" | "plan" | "run" | "stop";
export type KubectlVerb = "apply" | "delete" | "diff" | "undo";
export type VagrantVerb = "up" | "halt" | "destroy" | "provision";

export interface CloneAction {
  readonly kind: "clone";
  readonly repository: Text;
  readonly to: Text | undefined;
  readonly ref: Text | undefined;
  readonly owner: Text | undefined;
}

/** What a variable gets: a value, or an argument of the operation. */
export type NewValue =
  | { readonly kind: "value"; readonly value: Scalar<string | number | boolean> }
  | { readonly kind: "argument"; readonly name: string };

/** One thing that is done. */
export interface Step extends Located {
  readonly action: Action;
  /** The environment where it is done; undefined is the one that is compiled. */
  readonly environment: Traced<string> | undefined;
}

/** A named procedure; it becomes a script. */
export interface Operation extends Named {
  readonly description: Scalar<string> | undefined;
  readonly args: readonly Traced<string>[];
  readonly confirm: Scalar<boolean>;
  readonly steps: readonly Step[];
  readonly onFailure: readonly Step[];
}
