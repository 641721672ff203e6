import { diagnose } from "../../../compiler/diagnostics/diagnostic.ts";
import type { Check } from "../../../compiler/emitter.ts";
import type { Environment } from "../../../compiler/environment/environment.ts";
import { containerLinux } from "../../parts/container-linux.ts";

const modules = ({ networks, instances, loadBalancers }: Environment) =>
  [...networks, ...instances, ...loadBalancers].flatMap(({ at, module }) =>
    module === undefined ? [] : [{ at, name: module.value }],
  );

/** What each platform makes in modules; on Google each is written for one element. */
const held: Readonly<Record<string, readonly string[]>> = {
  aws: ["network", "instances"],
  google: ["instances", "loadBalancer"],
};

export const modulesHoldElements: Check = function* (environment) {
  const platform = environment.provider?.kind.value ?? "";
  const taken = new Set<string>();
  for (const { at, name } of modules(environment)) {
    const problem = !held[platform]?.includes(String(at[0]))
      ? `modules hold ${heldBy(platform)}`
      : platform === "google" && taken.has(name)
        ? "another element has it"
        : undefined;
    taken.add(name);
    if (problem !== undefined) yield diagnose("terraform-module", [...at, "module"], { module: name, problem });
  }
};

function heldBy(platform: string): string {
  if (platform === "aws") return "networks and machines on AWS";
  if (platform === "google") return "machines and balancers on Google Cloud";
  return "what stands on AWS and Google Cloud";
}

/** What a container Linux reads is written for machines of modules. */
export const containerLinuxIsInModules: Check = function* (environment) {
  for (const { at, name, image, module } of environment.instances) {
    const system = containerLinux(environment, image);
    if (system !== undefined && module === undefined)
      yield diagnose("terraform-container-linux", [...at, "image"], { group: name, system: system.name.value });
  }
};
