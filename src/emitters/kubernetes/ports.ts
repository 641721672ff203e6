import type { App } from "../../compiler/environment/app.ts";
import { derive, traced } from "../../formats/origin.ts";
import type { YamlNode } from "../../formats/yaml/tree.ts";
import { hasOwnMetricsPort, metricsPort } from "../parts/prometheus.ts";
import { ruled } from "./ruled.ts";
import { metricsPortName, portName } from "./workload.ts";

/** What the container of an app listens on; what an exporter does is its own. */
export function containerPorts(app: App): YamlNode {
  const ports = [...mainPort(app), ...(app.metrics?.exporter ? [] : ownMetricsPort(app)), ...furtherPorts(app)];
  return ports.length === 0 ? undefined : ports;
}

/** Where an app, or the container beside it, shows its measurements apart from what it serves. */
export const ownMetricsPort = (app: App): readonly YamlNode[] =>
  app.metrics !== undefined && hasOwnMetricsPort(app)
    ? [traced({ name: metricsPortName, containerPort: metricsPort(app) }, { at: app.metrics.at })]
    : [];

const mainPort = ({ port, at }: App): readonly YamlNode[] =>
  port === undefined ? [] : [ruled("kubernetes-named-port", at, { name: portName, containerPort: port })];

const furtherPorts = ({ ports }: App): readonly YamlNode[] =>
  ports.flatMap(({ name, at, port }) =>
    port.value.from === port.value.to
      ? [traced({ name, containerPort: port.value.from, protocol: protocolOf(port.value.protocol) }, { at })]
      : [],
  );

/** The same ports on the stable name of an app. */
export const servicePorts = (app: App): readonly YamlNode[] => [
  ruled("kubernetes-named-port", app.at, { name: portName, port: app.port, targetPort: portName }),
  ...app.ports.flatMap(({ name, at, port }) =>
    port.value.from === port.value.to
      ? [
          traced(
            {
              name,
              port: derive(port, ({ from }) => from),
              targetPort: name,
              protocol: protocolOf(port.value.protocol),
            },
            { at },
          ),
        ]
      : [],
  ),
];

/** TCP goes without saying. */
const protocolOf = (protocol: "tcp" | "udp"): string | undefined => (protocol === "udp" ? "UDP" : undefined);
