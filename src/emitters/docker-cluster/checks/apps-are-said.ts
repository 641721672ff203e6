import { diagnose } from "../../../compiler/diagnostics/diagnostic.ts";
import type { Check } from "../../../compiler/emitter.ts";
import type { App } from "../../../compiler/environment/app.ts";
import type { Text } from "../../../compiler/environment/text.ts";
import { ORIGINS } from "../../../formats/origin.ts";
import { dockerClusters } from "../../parts/docker-cluster.ts";
import { referenceName } from "../../parts/reference-name.ts";
import { appsOfCluster } from "../containers.ts";
import { unknownParts } from "../lower.ts";

/** A script on a machine starts one copy of an app, with what is known when specc compiles. */
export const appsAreSaid: Check = function* (environment) {
  for (const cluster of dockerClusters(environment))
    for (const app of appsOfCluster(environment, cluster)) {
      if (app.replicas.value > 1) yield diagnose("docker-copies", [...app.at, "replicas"], { app: app.name });
      for (const text of textsOf(app))
        for (const part of unknownParts(environment, cluster, app, text))
          if (typeof part !== "string")
            yield diagnose("docker-value", text[ORIGINS][0]?.at ?? app.at, { source: referenceName(part) });
    }
};

const textsOf = ({ env, command = [], args = [] }: App): readonly Text[] => [
  ...env.map(({ value }) => value),
  ...command,
  ...args,
];
