import { diagnose } from "../diagnostics/diagnostic.ts";
import type { Check } from "../emitter.ts";
import { hasComponents, sharedComponent } from "../layout.ts";

/** Folders that are not an app's: of what all share, and of targets that are one whole. */
const taken: readonly string[] = [sharedComponent, "ansible", "kubernetes", "fleet", "compose", "runbook", "ci"];

/** Components stand beside the folders that belong to the whole environment. */
export const componentsHaveFolders: Check = function* (environment) {
  if (!hasComponents(environment)) return;
  const { apps, artifactApps, machineImages, containerImages, ingresses, proxies } = environment;
  for (const { name, at } of [apps, artifactApps, machineImages, containerImages, ingresses, proxies].flat())
    if (taken.includes(name)) yield diagnose("component-folder-taken", at, { name });
};
