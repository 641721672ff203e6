import type { Environment } from "../../../compiler/environment/environment.ts";
import { by } from "../../../compiler/rules.ts";
import { type Block, because, block, reference } from "../../../formats/hcl/tree.ts";
import { clusterOutput } from "../../parts/cluster-outputs.ts";
import { providedClusters } from "../clusters.ts";
import { lowerFixed } from "../lower.ts";
import { cluster as address } from "./cluster-addresses.ts";

/** What `aws eks update-kubeconfig` asks for. */
export const clusterOutputs = (environment: Environment): readonly Block[] =>
  providedClusters(environment).flatMap((cluster) =>
    [
      block(["output", clusterOutput(cluster, "name")], {
        description: `Name of the cluster ${cluster.name}.`,
        value: reference(`${address(cluster)}.name`),
      }),
      block(["output", clusterOutput(cluster, "location")], {
        description: `Region of the cluster ${cluster.name}.`,
        value: environment.provider && lowerFixed(environment, environment.provider.region),
      }),
    ].map((each) => because([by("runtime-inputs", cluster.at)], each)),
  );
