import type { Environment } from "../../../compiler/environment/environment.ts";
import type { InstanceGroup } from "../../../compiler/environment/instance-group.ts";
import type { Named } from "../../../compiler/environment/located.ts";
import { sharedName } from "../../../compiler/environment/naming.ts";
import { by } from "../../../compiler/rules.ts";
import { call, type Expression, type HclObject, object, reference } from "../../../formats/hcl/tree.ts";
import { traced } from "../../../formats/origin.ts";
import { consulOn, joinTag, joinValue } from "../../parts/cluster-join.ts";
import { lower } from "./lower.ts";

/** The tag by which the console shows a thing that has no name of its own. */
export const nameTag = (environment: Environment, element: Pick<Named, "name" | "at">): Expression =>
  object({ Name: sharedName(environment, element) });

/** The tags of a machine: its name, its words, and what the agents of a cluster find it by. */
export function machineTags(environment: Environment, group: InstanceGroup, name: Expression): HclObject {
  const store = consulOn(environment, group);
  return object({
    Name: name,
    ...(store === undefined ? {} : { [joinTag]: joinValue(environment, store) }),
    ...Object.fromEntries(
      group.labels.map((label) => [
        label.name,
        traced(lower(environment, label.value), { at: label.at }, by("follow-labels", label.at)),
      ]),
    ),
  });
}

/** The provider's default tags do not reach what is made of a machine or of a template. */
export const withDefaultTags = (own: HclObject): Expression => call("merge", reference("local.tags"), own);
