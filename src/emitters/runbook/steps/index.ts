import type { Action, Step } from "../../../compiler/environment/operation.ts";
import type { Lowering, StepPlace, Task } from "../step-script.ts";
import { ansible } from "./ansible.ts";
import { pull, start, stop } from "./containers.ts";
import { create, remove } from "./create.ts";
import { gitTag } from "./git-tag.ts";
import { build, push, seed } from "./images.ts";
import { keygen } from "./keygen.ts";
import { kubectl } from "./kubectl.ts";
import { provision } from "./machines.ts";
import { load } from "./load.ts";
import { nodeTunnel } from "./node-tunnel.ts";
import { nomad } from "./nomad.ts";
import { packer } from "./packer.ts";
import { pipeline } from "./pipeline.ts";
import { removeContainers } from "./remove-containers.ts";
import { createRepositories } from "./repositories.ts";
import { exportPlan, restore } from "./restore.ts";
import { run } from "./run.ts";
import { runJob } from "./run-job.ts";
import { setVar } from "./set-var.ts";
import { fetch, restoreFiles, snapshot } from "./snapshots.ts";
import { checkout, clone, gitPush } from "./sources.ts";
import { terraform } from "./terraform.ts";
import { tunnel } from "./tunnel.ts";
import { vagrant } from "./vagrant.ts";

type Lowerings = { readonly [K in Action["kind"]]?: Lowering<Action & { readonly kind: K }> };

/** What each kind of step becomes, a file and a template each. */
const lowerings: Lowerings = {
  ansible,
  build,
  checkout,
  clone,
  create,
  createRepositories,
  delete: remove,
  export: exportPlan,
  fetch,
  gitPush,
  gitTag,
  keygen,
  kubectl,
  load,
  nomad,
  packer,
  pipeline,
  provision,
  pull,
  push,
  removeContainers,
  restore: (place, action) => [...restore(place, action), ...restoreFiles(place, action)],
  run,
  runJob,
  seed,
  setVar,
  snapshot,
  start,
  stop,
  terraform,
  tunnel: (place, action) => [...tunnel(place, action), ...nodeTunnel(place, action)],
  vagrant,
};

/** The tasks of a step; none where nothing in the environment does it. */
export const tasksOfStep = (place: StepPlace): readonly Task[] => lower(place, place.step);

function lower<K extends Action["kind"]>(place: StepPlace, { action }: Step): readonly Task[] {
  const lowering = lowerings[action.kind as K] as Lowering<Action & { readonly kind: K }> | undefined;
  return lowering?.(place, action as Action & { readonly kind: K }) ?? [];
}
