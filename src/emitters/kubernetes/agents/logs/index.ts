import type { Artifact } from "../../../../compiler/emitter.ts";
import type { Environment } from "../../../../compiler/environment/environment.ts";
import type { Logging } from "../../../../compiler/environment/monitoring.ts";
import type { YamlNode } from "../../../../formats/yaml/tree.ts";
import { ruled } from "../../ruled.ts";
import { elasticsearch } from "./elasticsearch.ts";
import { collector } from "./fluent-bit.ts";
import { collectorConfiguration } from "./fluent-bit-configuration.ts";
import { FLUENT_BIT, RETENTION } from "./names.ts";
import { retention, retentionFiles } from "./retention.ts";

/** Logs of the apps: read on each machine by Fluent Bit, kept by Elasticsearch, looked at with Kibana. */
export const logObjects = (environment: Environment, logging: Logging): readonly Artifact[] => [
  ...elasticsearch(logging),
  ...collector(environment, logging),
  ...retention(logging),
];

/** The files that the kustomization makes ConfigMaps of. */
export const logFiles = (environment: Environment, logging: Logging): readonly Artifact[] => [
  collectorConfiguration(environment, logging),
  ...retentionFiles(environment, logging),
];

export const logConfigMaps = (logging: Logging): readonly YamlNode[] => [
  ruled("kubernetes-logs", logging.at, { name: FLUENT_BIT, files: [`${FLUENT_BIT}.yaml`] }),
  ruled("kubernetes-logs", logging.at, { name: RETENTION, files: [`${RETENTION}.json`, `${RETENTION}.sh`] }),
];
