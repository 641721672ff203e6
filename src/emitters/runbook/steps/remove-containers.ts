import type { Action } from "../../../compiler/environment/operation.ts";
import { filled } from "../../../formats/text/template.ts";
import { dockerClusters } from "../../parts/docker-cluster.ts";
import { shownText } from "../shown-text.ts";
import type { Lowering } from "../step-script.ts";
import { word } from "../word.ts";
import { removeContainersSh } from "./templates.gen.ts";

/** All containers of a name's beginning; where there is none, nothing is to be done. */
export const removeContainers: Lowering<Extract<Action, { kind: "removeContainers" }>> = (
  { environment, step },
  { prefix },
) =>
  dockerClusters(environment).length === 0
    ? []
    : [
        {
          name: "remove_containers",
          text: `stop and remove the containers ${shownText(prefix)}*`,
          where: "node",
          tools: ["docker"],
          commands: filled(removeContainersSh, { prefix: word(environment, prefix) }, [{ at: step.at }]),
        },
      ];
