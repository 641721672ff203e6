import { diagnose } from "../../../compiler/diagnostics/diagnostic.ts";
import type { Check } from "../../../compiler/emitter.ts";
import { environmentName } from "../../../compiler/environment/naming.ts";
import { requiredObjects } from "../../parts/kubernetes-required-object.ts";

const LONGEST_NAMESPACE = 63;
const LONGEST_CRON_JOB = 52;

/** Names that the API server would refuse. */
export const namesAreLegal: Check = function* (environment) {
  const refused = (at: readonly string[], kind: string, name: string, problem: string) =>
    diagnose("kubernetes-name", at, { kind, name, problem });
  const { value: namespace } = environmentName(environment);
  if (namespace.length > LONGEST_NAMESPACE)
    yield refused(["name"], "namespace", namespace, `it has more than ${LONGEST_NAMESPACE} characters`);
  if (namespace.startsWith("kube-"))
    yield refused(["name"], "namespace", namespace, "names that begin with `kube-` are the cluster's own");
  for (const { name, kind, schedule } of environment.apps)
    if (kind.value === "job" && schedule !== undefined && name.length > LONGEST_CRON_JOB)
      yield refused(["apps", name], "CronJob", name, `it has more than ${LONGEST_CRON_JOB} characters`);
  for (const { name, entries } of requiredObjects(environment))
    for (const [key, { reference }] of entries)
      if (reference.kind === "secret" && name.endsWith("-"))
        yield refused(["secrets", key], "Secret", name, "it ends in a dash");
};
