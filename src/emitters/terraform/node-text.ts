import type { App } from "../../compiler/environment/app.ts";
import type { Environment } from "../../compiler/environment/environment.ts";
import type { InstanceGroup } from "../../compiler/environment/instance-group.ts";
import type { Printed } from "../../formats/origin.ts";
import type { NodeSetup } from "../parts/fleet-node/node-setup.ts";

/** A machine that a document is written for. */
export interface Node {
  readonly environment: Environment;
  readonly group: InstanceGroup;
  readonly setup: NodeSetup;
  /** The apps with settings that only the deployment knows. */
  readonly settings: readonly App[];
}

/** Terraform reads `${` and `%{` in a template; in what is none of its business they are doubled. */
export const literally = ({ text, origins }: Printed): Printed => ({ text: doubled(text), origins });

export const doubled = (text: string): string => text.replace(/[$%]\{/g, (opening) => `${opening[0]}${opening}`);
