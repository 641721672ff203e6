import type { Environment } from "../../compiler/environment/environment.ts";
import type { Monitoring } from "../../compiler/environment/monitoring.ts";
import { environmentName } from "../../compiler/environment/naming.ts";
import { by } from "../../compiler/rules.ts";
import { derive, traced } from "../../formats/origin.ts";
import type { YamlNode } from "../../formats/yaml/tree.ts";
import { scrapedApps, scrapesMachines } from "../parts/prometheus.ts";
import { appJob } from "./app-job.ts";
import { duration } from "./duration.ts";
import { machineJobs } from "./machine-jobs.ts";
import { remoteStore } from "./remote-store.ts";

export function configuration(environment: Environment, monitoring: Monitoring): YamlNode {
  const interval = derive(monitoring.interval, duration);
  return {
    global: {
      scrape_interval: interval,
      evaluation_interval: interval,
      external_labels: traced({ environment: environmentName(environment) }, by("prometheus-labels", monitoring.at)),
    },
    rule_files: monitoring.rules.length > 0 ? ["rules.yml"] : undefined,
    ...remoteStore(environment, monitoring),
    scrape_configs: [
      ...scrapedApps(environment, monitoring).flatMap(appJob),
      ...(scrapesMachines(monitoring) ? machineJobs(environment, monitoring) : []),
    ],
  };
}
