import type { Artifact, Check } from "../../compiler/emitter.ts";
import type { Capability } from "../../compiler/environment/capability.ts";
import type { Environment } from "../../compiler/environment/environment.ts";
import type { Located } from "../../compiler/environment/located.ts";
import type { AttributeReference, SelfReference } from "../../compiler/environment/text.ts";
import type { Block, Expression } from "../../formats/hcl/tree.ts";
import type { TextDocument } from "../../formats/text/tree.ts";

/** Blocks that stand in one file, for one concern. */
export type Section = (environment: Environment) => readonly Block[];

export interface RequiredProvider {
  readonly name: string;
  readonly source: string;
  readonly version: string;
}

/** A value that only the deployment knows, as an expression; a list becomes a comma-separated text inside a string. */
export interface Lowered {
  readonly value: Expression;
  readonly isList: boolean;
}

/** A template beside the module's files. */
export interface TemplateFile extends Located {
  readonly path: string;
  readonly document: TextDocument;
}

/** A cloud: how its resources stand for an environment, and how its late-bound attributes are written. */
export interface Platform {
  readonly provider: RequiredProvider;
  /** By file name, in the order in which a reader wants them. */
  readonly sections: Readonly<Record<string, Section>>;
  /** What the scripts beside the module ask for. */
  readonly outputs?: Section;
  readonly templates: (environment: Environment) => readonly TemplateFile[];
  /** The files of modules that the root module calls. */
  readonly modules?: (environment: Environment) => readonly Artifact[];
  readonly attribute: (environment: Environment, reference: AttributeReference) => Lowered;
  /** Why an attribute cannot be known to Terraform, when it cannot. */
  readonly refusal: (environment: Environment, reference: AttributeReference) => string | undefined;
  readonly checks: readonly Check[];
  /** What other platforms print and this one does not. */
  readonly lacks: readonly Capability[];
}

/** How a machine's own attributes are written where it is declared. */
export type SelfLowering = (reference: SelfReference) => Expression;
