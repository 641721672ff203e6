import type { Environment, TargetName } from "../../compiler/environment/environment.ts";

export const selects = ({ targets }: Environment, target: TargetName): boolean =>
  targets.some(({ value }) => value === target);
