import type { Environment } from "../../compiler/environment/environment.ts";
import type { Named } from "../../compiler/environment/located.ts";
import { sharedName } from "../../compiler/environment/naming.ts";
import { by } from "../../compiler/rules.ts";
import { type Block, because, block, type Expression, operation, reference, template } from "../../formats/hcl/tree.ts";
import { ORIGINS, type Traced, traced } from "../../formats/origin.ts";

const workspace = reference("terraform.workspace");

export const hasWorkspaces = ({ state }: Environment): boolean => state?.workspaces.value === true;

/** The name of a resource that shares an account; that of another workspace than the usual one says so at its end. */
export function resourceName(environment: Environment, element: Pick<Named, "name" | "at">): Traced<Expression> {
  const shared = sharedName(environment, element);
  return hasWorkspaces(environment)
    ? traced(template(shared, reference("local.workspace_suffix")), ...shared[ORIGINS])
    : shared;
}

/** A domain of ours, of which each workspace but the usual one has one of its own below. */
export const workspaceDomain = (environment: Environment, domain: Traced<Expression>): Traced<Expression> =>
  hasWorkspaces(environment)
    ? traced(template(reference("local.workspace_prefix"), domain), ...domain[ORIGINS])
    : domain;

/** What names and domains of a workspace have beyond those of the usual one. */
export const workspaceLocals = (environment: Environment): readonly Block[] => {
  const { state } = environment;
  if (state === undefined || !hasWorkspaces(environment)) return [];
  const unlessUsual = (words: Expression) => operation`${workspace} == "default" ? ${""} : ${words}`;
  return [
    because(
      [{ at: state.at }, by("workspace-names", state.at)],
      block(["locals"], {
        workspace_suffix: unlessUsual(template("-", workspace)),
        ...(environment.zones.some(({ managed }) => managed.value)
          ? { workspace_prefix: unlessUsual(template(workspace, ".")) }
          : {}),
      }),
    ),
  ];
};
