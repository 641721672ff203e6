import type { App } from "../../compiler/environment/app.ts";
import type { Environment } from "../../compiler/environment/environment.ts";
import { literal } from "../../compiler/environment/text.ts";
import type { YamlNode } from "../../formats/yaml/tree.ts";
import { containerVariables } from "./container-variables.ts";
import { probes } from "./probes.ts";
import { resources } from "./resources.ts";
import { ruled } from "./ruled.ts";
import { isCalled, portName } from "./workload.ts";

export const TEMPORARY_FILES = "tmp";

/** How long a pod that ends goes on serving, in seconds; the kubelet's own `sleep` needs no shell in the image. */
const DRAIN = 5;

export function container(environment: Environment, app: App): YamlNode {
  const variables = containerVariables(environment, app);
  return {
    name: app.name,
    image: literal(app.image),
    command: app.command?.map(variables.fill),
    args: app.args?.map(variables.fill),
    ports: app.port && [ruled("kubernetes-named-port", app.at, { name: portName, containerPort: app.port })],
    env: variables.env,
    resources: resources(app),
    ...probes(app),
    lifecycle: isCalled(app)
      ? ruled("kubernetes-drain", app.at, { preStop: { sleep: { seconds: DRAIN } } })
      : undefined,
    securityContext: ruled("kubernetes-pod-security", app.at, {
      allowPrivilegeEscalation: false,
      capabilities: { drop: ["ALL"] },
      readOnlyRootFilesystem: true,
    }),
    volumeMounts: [ruled("kubernetes-temporary-files", app.at, { name: TEMPORARY_FILES, mountPath: "/tmp" })],
  };
}
