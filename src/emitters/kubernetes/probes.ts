import type { App, Health } from "../../compiler/environment/app.ts";
import { literal } from "../../compiler/environment/text.ts";
import { derive, traced, tracedBy } from "../../formats/origin.ts";
import type { YamlNode } from "../../formats/yaml/tree.ts";
import { ruled } from "./ruled.ts";
import { seconds } from "./seconds.ts";
import { portName } from "./workload.ts";

type Probe = Readonly<Record<string, YamlNode>>;

/** The probes of a container, as keys of it; an app without `health` is up as long as its process is. */
export function probes({ health, port }: App): Readonly<Record<string, YamlNode>> {
  if (health === undefined || port === undefined) return {};
  const { at } = health;
  return {
    startupProbe: health.grace.value === 0 ? undefined : ruled("kubernetes-startup", at, startup(health)),
    livenessProbe: traced(
      { ...probe(health), failureThreshold: ruled("kubernetes-liveness", at, 2 * DEFAULT_FAILURES) },
      { at },
    ),
    readinessProbe: traced(probe(health), { at }),
  };
}

/** After how many failures a probe acts when nothing else is said. */
const DEFAULT_FAILURES = 3;

const probe = (health: Health): Probe => ({
  ...question(health),
  periodSeconds: derive(health.interval, seconds),
  timeoutSeconds: derive(health.timeout, seconds),
});

const question = ({ http }: Health): Probe =>
  http === undefined ? { tcpSocket: { port: portName } } : { httpGet: { path: literal(http), port: portName } };

function startup(health: Health): Probe {
  const failures = Math.ceil(seconds(health.grace.value) / seconds(health.interval.value));
  return { ...probe(health), failureThreshold: tracedBy(failures, health.grace, health.interval) };
}
