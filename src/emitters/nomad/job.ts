import type { App } from "../../compiler/environment/app.ts";
import type { Environment } from "../../compiler/environment/environment.ts";
import type { ReverseProxy } from "../../compiler/environment/reverse-proxy.ts";
import { isWritten } from "../../compiler/environment/written.ts";
import { type Block, because, block, type HclDocument, hcl } from "../../formats/hcl/tree.ts";
import { derive } from "../../formats/origin.ts";
import { group } from "./group.ts";
import { inputs } from "./inputs.ts";
import { periodic } from "./periodic.ts";
import { placement } from "./placement.ts";
import { update } from "./update.ts";

const TYPES = { service: "service", job: "batch", daemon: "system" } as const;

/** The file of one app: the inputs that it reads, and the job. */
export function jobFile(environment: Environment, app: App): HclDocument {
  const whole = job(environment, app);
  return hcl([...inputs(environment, app, whole), whole]);
}

const job = (environment: Environment, app: App): Block =>
  because(
    [{ at: app.at }],
    block(["job", app.name], { type: derive(app.kind, (kind) => TYPES[kind]), ...scheduler(app) }, [
      ...periodic(app),
      ...placement(app),
      ...update(app),
      group(environment, app),
    ]),
  );

/** Where the cluster of an app is not the usual one. */
export function scheduler({ cluster }: Pick<App | ReverseProxy, "cluster">): Block["attributes"] {
  if (cluster?.kind.value !== "nomad") return {};
  return {
    namespace: cluster.namespace,
    datacenters: isWritten(cluster.datacenter) ? [cluster.datacenter] : undefined,
  };
}
