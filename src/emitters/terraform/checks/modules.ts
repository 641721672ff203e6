import { diagnose } from "../../../compiler/diagnostics/diagnostic.ts";
import type { Check } from "../../../compiler/emitter.ts";
import type { Environment } from "../../../compiler/environment/environment.ts";
import { containerLinux } from "../../parts/container-linux.ts";

const inModules = ({ instances, loadBalancers }: Environment) =>
  [...instances, ...loadBalancers].flatMap(({ at, module }) =>
    module === undefined ? [] : [{ at, name: module.value }],
  );

/** A module makes one element, and only Google's has any. */
export const modulesAreOfOne: Check = function* (environment) {
  const taken = new Set<string>();
  for (const { at, name } of inModules(environment)) {
    const problem =
      environment.provider?.kind.value !== "google"
        ? "modules are written for Google Cloud alone"
        : taken.has(name)
          ? "another element has it"
          : undefined;
    taken.add(name);
    if (problem !== undefined) yield diagnose("terraform-module", [...at, "module"], { module: name, problem });
  }
};

/** What a container Linux reads is written for machines of modules. */
export const containerLinuxIsInModules: Check = function* (environment) {
  for (const { at, name, image, module } of environment.instances) {
    const system = containerLinux(environment, image);
    if (system !== undefined && module === undefined)
      yield diagnose("terraform-container-linux", [...at, "image"], { group: name, system: system.name.value });
  }
};
