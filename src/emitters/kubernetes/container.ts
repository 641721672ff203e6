import type { App } from "../../compiler/environment/app.ts";
import type { Environment } from "../../compiler/environment/environment.ts";
import { literal } from "../../compiler/environment/text.ts";
import type { YamlNode } from "../../formats/yaml/tree.ts";
import { containerVariables } from "./container-variables.ts";
import { containerPorts } from "./ports.ts";
import { probes } from "./probes.ts";
import { prometheusArguments, prometheusMounts } from "./prometheus.ts";
import { resources } from "./resources.ts";
import { ruled } from "./ruled.ts";
import { volumeMounts } from "./volumes.ts";
import { isCalled } from "./workload.ts";

export const TEMPORARY_FILES = "tmp";

/** How long a pod that ends goes on serving, in seconds; the kubelet's own `sleep` needs no shell in the image. */
const DRAIN = 5;

export function container(environment: Environment, app: App): YamlNode {
  const variables = containerVariables(environment, app);
  return {
    name: app.name,
    image: literal(app.image),
    command: app.command?.map(variables.fill),
    args: app.args?.map(variables.fill) ?? prometheusArguments(environment, app),
    workingDir: app.workingDirectory && literal(app.workingDirectory),
    ports: containerPorts(app),
    env: variables.env,
    resources: resources(app),
    ...probes(app),
    lifecycle: isCalled(app)
      ? ruled("kubernetes-drain", app.at, { preStop: { sleep: { seconds: DRAIN } } })
      : undefined,
    securityContext: containerSecurity(app),
    volumeMounts: [
      ruled("kubernetes-temporary-files", app.at, { name: TEMPORARY_FILES, mountPath: "/tmp" }),
      ...prometheusMounts(environment, app),
      ...volumeMounts(app),
    ],
  };
}

export const containerSecurity = ({ at }: Pick<App, "at">): YamlNode =>
  ruled("kubernetes-pod-security", at, {
    allowPrivilegeEscalation: false,
    capabilities: { drop: ["ALL"] },
    readOnlyRootFilesystem: true,
  });
