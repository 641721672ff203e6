import type { Action, Step } from "../../../compiler/environment/operation.ts";
import type { Lowering, StepPlace, Task } from "../step-script.ts";
import { ansible } from "./ansible.ts";
import { create, remove } from "./create.ts";
import { gitTag } from "./git-tag.ts";
import { kubectl } from "./kubectl.ts";
import { nomad } from "./nomad.ts";
import { packer } from "./packer.ts";
import { pipeline } from "./pipeline.ts";
import { exportPlan, restore } from "./restore.ts";
import { run } from "./run.ts";
import { runJob } from "./run-job.ts";
import { setVar } from "./set-var.ts";
import { terraform } from "./terraform.ts";
import { tunnel } from "./tunnel.ts";
import { vagrant } from "./vagrant.ts";

type Lowerings = { readonly [K in Action["kind"]]?: Lowering<Action & { readonly kind: K }> };

/** What each kind of step becomes, a file and a template each. */
const lowerings: Lowerings = {
  ansible,
  create,
  delete: remove,
  export: exportPlan,
  gitTag,
  kubectl,
  nomad,
  packer,
  pipeline,
  restore,
  run,
  runJob,
  setVar,
  terraform,
  tunnel,
  vagrant,
};

/** The tasks of a step; none where nothing in the environment does it. */
export const tasksOfStep = (place: StepPlace): readonly Task[] => lower(place, place.step);

function lower<K extends Action["kind"]>(place: StepPlace, { action }: Step): readonly Task[] {
  const lowering = lowerings[action.kind as K] as Lowering<Action & { readonly kind: K }> | undefined;
  return lowering?.(place, action as Action & { readonly kind: K }) ?? [];
}
