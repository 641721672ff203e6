import type { Named } from "../../compiler/environment/located.ts";
import { outputName } from "./output-name.ts";

/** `cluster_main_name`: the output of Terraform by which scripts find a cluster of the provider. */
export const clusterOutput = ({ name }: Named, attribute: "name" | "location"): string =>
  outputName({ kind: "attribute", section: "cluster", name, attribute });

/** The output of Google's project. */
export const projectOutput = "project";
