import type { Environment } from "../../compiler/environment/environment.ts";
import type { Logging } from "../../compiler/environment/monitoring.ts";
import { monitoredByApps, scrapesMachines } from "./prometheus.ts";

/** The plans that keep logs in the cluster itself; a provider's log service reads them by itself. */
export const keptLogs = ({ logging, targets }: Environment): readonly Logging[] =>
  targets.some(({ value }) => value === "kubernetes") ? logging.filter(({ kind }) => kind.value === "efk") : [];

/** Whether something looks at the machines of the cluster, in a namespace of its own. */
export const hasAgents = (environment: Environment): boolean =>
  keptLogs(environment).length > 0 || monitoredByApps(environment).some(scrapesMachines);
