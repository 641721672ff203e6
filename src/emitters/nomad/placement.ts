import type { App } from "../../compiler/environment/app.ts";
import { by } from "../../compiler/rules.ts";
import { type Block, because, block, reference } from "../../formats/hcl/tree.ts";
import { traced } from "../../formats/origin.ts";

/**
 * On which machines the copies of an app run. Nomad reads a bare `meta.group` like `"${meta.group}"`, which
 * `terraform fmt` takes apart.
 */
export const placement = (app: App): readonly Block[] => [...constraint(app), ...spread(app)];

function constraint({ runsOn, at }: App): readonly Block[] {
  if (runsOn === undefined) return [];
  const place = [...at, "runsOn"];
  const wanted = { attribute: reference("meta.group"), value: traced(runsOn.name, { at: place }) };
  return [because([by("nomad-group-constraint", place)], block(["constraint"], wanted))];
}

/** Daemons are everywhere, and where a job runs matters to nobody. */
function spread({ kind, scaling, replicas, at }: App): readonly Block[] {
  const most = scaling?.max.value ?? replicas.value;
  if (kind.value !== "service" || most < 2) return [];
  return [because([by("nomad-spread", at)], block(["spread"], { attribute: reference("node.unique.id") }))];
}
