import { traced } from "../../formats/origin.ts";
import type { PortRange } from "../environment/firewall-rule.ts";
import type { Storage } from "../environment/storage.ts";
import type { Metrics, NamedPort, PublishedPort, Workload } from "../environment/workload.ts";
import { from } from "../rules.ts";
import type { App, Metrics as MetricsSpec } from "../spec/spec.gen.ts";
import type { Context } from "./context.ts";
import { resolveLabels } from "./labels.ts";
import { impliedText, integer, textOf } from "./read.ts";
import { child, type Element, type Section } from "./section.ts";
import { resolveVolumes } from "./storages.ts";

/** What an app has of the machine that it runs on. */
export const resolveWorkload = (context: Context, element: Element<App>, storages: readonly Storage[]): Workload => ({
  ports: portsOf(element),
  publish: publishedBy(element),
  volumes: resolveVolumes(context, element, storages),
  metrics: resolveMetrics(context, element),
  labels: resolveLabels(context, element),
  hostname: textOf(context, element, "hostname"),
  user: textOf(context, element, "user"),
  workingDirectory: textOf(context, element, "workingDirectory"),
  envFile: textOf(context, element, "envFile"),
});

const portsOf = ({ at, value }: Element<App>): readonly NamedPort[] =>
  Object.entries(value.ports ?? {})
    .flatMap(([name, port]) => {
      const place = [...at, "ports", name];
      return port === undefined ? [] : [{ name, at: place, port: traced(portRange(port), from(place)) }];
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1));

const publishedBy = ({ at, value }: Element<App>): readonly PublishedPort[] =>
  Object.entries(value.publish ?? {})
    .flatMap(([machine, port]) => {
      const place = [...at, "publish", machine];
      const app = port === undefined ? undefined : traced(portRange(port), from(place));
      return app === undefined ? [] : [{ at: place, machine: portRange(machine), app }];
    })
    .sort((a, b) => a.machine.from - b.machine.from || (a.machine.protocol < b.machine.protocol ? -1 : 1));

function portRange(written: string | number): PortRange {
  const [ports = "", protocol = "tcp"] = String(written).split("/");
  const [first = "", last = first] = ports.split("-");
  return { from: Number(first), to: Number(last), protocol: protocol as PortRange["protocol"] };
}

function resolveMetrics(context: Context, app: Element<App>): Metrics | undefined {
  const section = child(app, "metrics") as Section<MetricsSpec> | undefined;
  if (section === undefined || section.value.enabled === false) return undefined;
  return {
    at: section.at,
    path: textOf(context, section, "path") ?? impliedText("default", [...section.at, "path"], "/metrics"),
    port: integer(context, section, "port") ?? integer(context, app, "port"),
    exporter: textOf(context, section, "exporter"),
  };
}
