import type { App } from "../../compiler/environment/app.ts";
import type { Environment } from "../../compiler/environment/environment.ts";
import { traced } from "../../formats/origin.ts";
import type { TemplateValue } from "../../formats/text/template.ts";
import { awaitedApps } from "../parts/awaited-apps.ts";
import { deployedApps, isOneOff } from "../parts/kubernetes-jobs.ts";

/** What is applied at once: everything but the apps that wait for something of this wave or a later one. */
export function kubernetesWaves(environment: Environment): readonly TemplateValue[] {
  const waves = wavesOf(environment);
  const awaited = new Set(awaitedApps(environment).map(({ other }) => other));
  return waves.map((apps, index) => ({
    selector: allBut(waves.slice(index + 1).flat()),
    workloads: apps.flatMap(workloadNames),
    jobs: apps.filter((app) => isOneOff(app) && awaited.has(app.name)).map(({ name, at }) => traced(name, { at })),
  }));
}

const allBut = (apps: readonly App[]): string | undefined =>
  apps.length === 0
    ? undefined
    : `app.kubernetes.io/name notin (${apps
        .map(({ name }) => name)
        .sort()
        .join(", ")})`;

/** Apps by how many others come up one after the other before them; that nobody waits for himself has been checked. */
function wavesOf(environment: Environment): readonly (readonly App[])[] {
  const waits = awaitedApps(environment);
  const depths = new Map<string, number>();
  const depthOf = (name: string): number => {
    const others = waits.filter(({ app }) => app === name);
    const depth = depths.get(name) ?? Math.max(0, ...others.map(({ other }) => depthOf(other) + 1));
    depths.set(name, depth);
    return depth;
  };
  const waves: App[][] = [[]];
  for (const app of deployedApps(environment)) (waves[depthOf(app.name)] ??= []).push(app);
  return waves;
}

/** What runs until it is told to stop is there when its copies are. */
export function workloadNames({ name, kind, at }: App): readonly TemplateValue[] {
  if (kind.value === "job") return [];
  return [traced(`${kind.value === "daemon" ? "daemonset" : "deployment"}/${name}`, { at })];
}
