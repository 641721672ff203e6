import type { Environment } from "../../../compiler/environment/environment.ts";
import { by } from "../../../compiler/rules.ts";
import { type Block, because, block, type Expression, reference } from "../../../formats/hcl/tree.ts";
import { clusterOutput, projectOutput } from "../../parts/cluster-outputs.ts";
import { providedClusters } from "../clusters.ts";
import { lowerFixed } from "../lower.ts";
import { cluster as address } from "./addresses.ts";

/** What `gcloud container clusters get-credentials` asks for. */
export function clusterOutputs(environment: Environment): readonly Block[] {
  const clusters = providedClusters(environment);
  const { project, at } = environment.provider ?? {};
  if (clusters.length === 0 || project === undefined || at === undefined) return [];
  const output = (name: string, description: string, value: Expression, place = at): Block =>
    because([by("runtime-inputs", place)], block(["output", name], { description, value }));
  return [
    ...clusters.flatMap((cluster) => [
      output(
        clusterOutput(cluster, "name"),
        `Name of the cluster ${cluster.name}.`,
        reference(`${address(cluster)}.name`),
        cluster.at,
      ),
      output(
        clusterOutput(cluster, "location"),
        `Region of the cluster ${cluster.name}.`,
        reference(`${address(cluster)}.location`),
        cluster.at,
      ),
    ]),
    output(projectOutput, "Project that everything is in.", lowerFixed(environment, project)),
  ];
}
