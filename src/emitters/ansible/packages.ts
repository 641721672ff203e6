import type { Environment } from "../../compiler/environment/environment.ts";
import type { Origin } from "../../formats/origin.ts";
import type { YamlNode } from "../../formats/yaml/tree.ts";
import { runningGroups } from "./groups.ts";
import { task } from "./task.ts";

/** Debian and Ubuntu are asked for their newest list first; where others are among the machines, each by its own means. */
export const installPackages = (
  environment: Environment,
  name: string,
  packages: YamlNode,
  origins: readonly Origin[],
): YamlNode =>
  runningGroups(environment).every(({ system }) => system?.family !== "redhat")
    ? task(
        name,
        "ansible.builtin.apt",
        { name: packages, state: "present", update_cache: true, cache_valid_time: 3600 },
        origins,
      )
    : task(name, "ansible.builtin.package", { name: packages, state: "present" }, origins);
