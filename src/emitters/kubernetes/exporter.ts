import type { App } from "../../compiler/environment/app.ts";
import { literal } from "../../compiler/environment/text.ts";
import type { YamlNode } from "../../formats/yaml/tree.ts";
import { traced } from "../../formats/origin.ts";
import { containerSecurity } from "./container.ts";
import { ownMetricsPort } from "./ports.ts";
import { resources } from "./resources.ts";

const nothingSaid = { cpu: undefined, memory: undefined } as const;

/** A container beside the app that translates its measurements; it is up as long as its process is. */
export const exporter = (app: App): readonly YamlNode[] => {
  const { metrics } = app;
  if (metrics?.exporter === undefined) return [];
  return [
    traced(
      {
        name: "exporter",
        image: literal(metrics.exporter),
        ports: ownMetricsPort(app),
        resources: resources({ at: metrics.at, resources: nothingSaid }),
        securityContext: containerSecurity(metrics),
      },
      { at: metrics.at },
    ),
  ];
};
