import type { App } from "../../compiler/environment/app.ts";
import type { NamedPort, PublishedPort } from "../../compiler/environment/workload.ts";
import { type Block, because, block } from "../../formats/hcl/tree.ts";
import { derive, ORIGINS, type Origins, type Traced, traced } from "../../formats/origin.ts";
import { input } from "./lower.ts";

/** What the port of an app is called within its job. */
export const portLabel = ({ routes, health }: App): "http" | "tcp" =>
  routes.length > 0 || health?.http !== undefined ? "http" : "tcp";

/** A port of the group: what it is called, the port of the process, and that of the machine when it is not Nomad's choice. */
interface Port {
  readonly label: string;
  readonly to: Traced<number> | ReturnType<typeof input<number>>;
  readonly static: Traced<number> | undefined;
  readonly origins: Origins;
}

/** What the ports of an app are called within its job. */
export const portLabels = (app: App): readonly string[] => portsOf(app).map(({ label }) => label);

/** Ports of the machine that Nomad chooses, so that copies can share one, or that the spec fixes, forwarded to the process. */
export function network(app: App): readonly Block[] {
  const ports = portsOf(app);
  if (ports.length === 0) return [];
  const blocks = ports.map(({ label, to, static: fixed, origins }) =>
    because(origins, block(["port", label], { static: fixed, to })),
  );
  return [
    because(
      ports.flatMap(({ origins }) => origins),
      block(["network"], {}, blocks),
    ),
  ];
}

/** The app's own port, those it has by name, and what is published without being either; no range, as a check has seen to. */
function portsOf(app: App): readonly Port[] {
  const own = app.port === undefined ? [] : [ownPort(app, app.port)];
  const named = app.ports.map((port) => namedPort(app, port));
  const known = new Set([app.port?.value, ...app.ports.map(({ port }) => port.value.from)]);
  return [
    ...own,
    ...named,
    ...app.publish.filter((published) => !known.has(published.app.value.from)).map(publishedPort),
  ];
}

const ownPort = (app: App, port: NonNullable<App["port"]>): Port => ({
  label: portLabel(app),
  to: input(port),
  static: machinePort(app, port.value),
  origins: port[ORIGINS],
});

const namedPort = (app: App, { name, at, port }: NamedPort): Port => ({
  label: name.replaceAll("-", "_"),
  to: derive(port, ({ from }) => from),
  static: machinePort(app, port.value.from),
  origins: [{ at }],
});

const publishedPort = ({ machine, app, at }: PublishedPort): Port => ({
  label: `published_${machine.from}`,
  to: derive(app, ({ from }) => from),
  static: traced(machine.from, { at }),
  origins: [{ at }],
});

function machinePort({ publish }: App, to: number): Traced<number> | undefined {
  const published = publish.find(({ app }) => app.value.from === to);
  return published && traced(published.machine.from, { at: published.at });
}
