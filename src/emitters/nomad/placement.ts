import type { App } from "../../compiler/environment/app.ts";
import type { InstanceGroup } from "../../compiler/environment/instance-group.ts";
import type { Label } from "../../compiler/environment/label.ts";
import type { Located } from "../../compiler/environment/located.ts";
import { by } from "../../compiler/rules.ts";
import { type Block, because, block, reference } from "../../formats/hcl/tree.ts";
import { traced } from "../../formats/origin.ts";
import { lowerFixed } from "./lower.ts";

/** What says on which machines something runs. */
export interface Placed extends Located {
  readonly group: InstanceGroup | undefined;
  readonly labels: readonly Label[];
}

/**
 * On which machines the copies of an app run. Nomad reads a bare `meta.group` like `"${meta.group}"`, which
 * `terraform fmt` takes apart.
 */
export const placement = (app: App): readonly Block[] => [
  ...constraints({ group: app.runsOn, labels: app.labels, at: app.at }),
  ...spread(app),
];

/** Clients have the group and the labels of their machine in `meta`. */
export const constraints = ({ group, labels, at }: Placed): readonly Block[] => [
  ...(group === undefined ? [] : [ofGroup(group, [...at, "runsOn"])]),
  ...labels.map(ofLabel),
];

const ofGroup = ({ name }: InstanceGroup, at: Located["at"]): Block =>
  because(
    [by("nomad-group-constraint", at)],
    block(["constraint"], { attribute: reference("meta.group"), value: traced(name, { at }) }),
  );

const ofLabel = ({ name, value, at }: Label): Block =>
  because(
    [{ at }, by("nomad-label-constraint", at)],
    block(["constraint"], { attribute: reference(`meta.${name}`), value: lowerFixed(value) }),
  );

/** Daemons are everywhere, and where a job runs matters to nobody. */
function spread({ kind, scaling, replicas, at }: App): readonly Block[] {
  const most = scaling?.max.value ?? replicas.value;
  if (kind.value !== "service" || most < 2) return [];
  return [because([by("nomad-spread", at)], block(["spread"], { attribute: reference("node.unique.id") }))];
}
