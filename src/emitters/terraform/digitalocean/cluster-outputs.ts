import type { Environment } from "../../../compiler/environment/environment.ts";
import { by } from "../../../compiler/rules.ts";
import { type Block, because, block, reference } from "../../../formats/hcl/tree.ts";
import { clusterOutput } from "../../parts/cluster-outputs.ts";
import { providedClusters } from "../clusters.ts";
import { cluster as address } from "./addresses.ts";

/** What `doctl kubernetes cluster kubeconfig save` asks for. */
export const clusterOutputs = (environment: Environment): readonly Block[] =>
  providedClusters(environment).map((cluster) =>
    because(
      [by("runtime-inputs", cluster.at)],
      block(["output", clusterOutput(cluster, "name")], {
        description: `Name of the cluster ${cluster.name}.`,
        value: reference(`${address(cluster)}.name`),
      }),
    ),
  );
