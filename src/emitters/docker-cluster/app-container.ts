import type { App, Health } from "../../compiler/environment/app.ts";
import type { Cluster } from "../../compiler/environment/cluster.ts";
import type { Environment } from "../../compiler/environment/environment.ts";
import type { PublishedPort } from "../../compiler/environment/workload.ts";
import { by } from "../../compiler/rules.ts";
import { derive, ORIGINS, type Traced, traced } from "../../formats/origin.ts";
import { containerName } from "../parts/docker-cluster.ts";
import { knownText } from "../parts/known-text.ts";
import { type Container, option } from "./container.ts";
import { imageWord } from "./image-word.ts";
import { loweredText } from "./lower.ts";
import { here, plain, said, type Word, word } from "./shell-word.ts";
import { volumeOptions } from "./volumes.ts";

/** How an app runs on the machine of a cluster. */
export function appContainer(environment: Environment, cluster: Cluster, app: App): Container {
  const container = containerName(cluster, app);
  const lower = (text: App["image"]): Word => plain(loweredText(environment, cluster, app, text));
  const [program, ...others] = app.command ?? [];
  return {
    name: app.name,
    at: app.at,
    container,
    image: imageWord(app.image, app.builtFrom),
    archive: app.builtFrom?.archive && traced(knownText(app.builtFrom.archive), ...app.builtFrom.archive[ORIGINS]),
    isData: false,
    isPrepared: servedZone(environment, app)?.dynamic !== undefined,
    options: [
      ...lasting(cluster, app),
      ...app.publish.map((port) => option("--publish", publication(environment, cluster, app, port))),
      ...volumeOptions(environment, cluster, app),
      ...zoneOptions(environment, app),
      ...app.env.map(({ name, value }) => {
        const { value: text, ...origins } = loweredText(environment, cluster, app, value);
        return { flag: "--env", name, value: { ...origins, value: [said(text)] } };
      }),
      ...process(app),
      ...resources(app),
      ...(app.health === undefined || app.port === undefined ? [] : health(app.health, app.port)),
      ...(program === undefined ? [] : [option("--entrypoint", lower(program))]),
    ],
    command: [...others, ...(app.args ?? [])].map(lower),
  };
}

/** What every container that runs has. */
export const lasting = (cluster: Cluster, { at }: Pick<App, "at">): Container["options"] => [
  option("--restart", word([said("unless-stopped")], [by("keep-running", at)])),
  option("--network", word([said(cluster.name)], [by("container-network", at)])),
  option("--security-opt", word([said("no-new-privileges")], [by("container-privileges", at)])),
];

/** A DNS server listens on the machine's own address, since the machine's resolver listens on the loopback. */
function publication(
  environment: Environment,
  cluster: Cluster,
  app: App,
  { at, machine, app: inside }: PublishedPort,
): Word {
  const address = servedZone(environment, app) === undefined ? undefined : addressOf(cluster);
  const protocol = machine.protocol === "tcp" ? "" : `/${machine.protocol}`;
  const range = (port: typeof machine) => (port.from === port.to ? `${port.from}` : `${port.from}-${port.to}`);
  const host = address === undefined ? "" : `${address.value}:`;
  return word(
    [said(host, range(machine), ":", range(inside.value), protocol)],
    [{ at }, ...(address === undefined ? [] : [...address[ORIGINS], by("dns-own-address", app.at)])],
  );
}

const addressOf = ({ nodes }: Cluster): Traced<string> | undefined => {
  const [node] = nodes;
  return nodes.length === 1 && node?.address?.value !== "dhcp" ? node?.address : undefined;
};

const servedZone = ({ bindZones }: Environment, { name }: App) => bindZones.find(({ app }) => app?.value === name);

/** What specc writes for BIND lies beside this script; keys and what machines register lie with the app's data. */
function zoneOptions(environment: Environment, app: App): Container["options"] {
  const zone = servedZone(environment, app);
  return zone === undefined
    ? []
    : [option("--volume", word([here, said("/../../bind:/etc/bind:ro")], [{ at: zone.at }, by("bind-mount", app.at)]))];
}

const process = ({ user, workingDirectory }: App): Container["options"] => [
  ...(user === undefined ? [] : [option("--user", word([said(knownText(user))], user[ORIGINS]))]),
  ...(workingDirectory === undefined
    ? []
    : [option("--workdir", word([said(knownText(workingDirectory))], workingDirectory[ORIGINS]))]),
];

const resources = ({ resources: { cpu, memory } }: App): Container["options"] => [
  ...(cpu === undefined ? [] : [option("--cpus", plain(derive(cpu, (milli) => String(milli / 1000))))]),
  ...(memory === undefined ? [] : [option("--memory", plain(derive(memory, (bytes) => `${bytes}b`)))]),
];

const health = (
  { at, http, interval, timeout, grace }: Health,
  port: NonNullable<App["port"]>,
): Container["options"] => {
  const seconds = (milliseconds: Traced<number>): Word => plain(derive(milliseconds, (value) => `${value / 1000}s`));
  const test =
    http === undefined
      ? `bash -c '</dev/tcp/localhost/${port.value}'`
      : `curl --fail --silent --output /dev/null http://localhost:${port.value}${knownText(http)}`;
  return [
    option("--health-cmd", word([said(test)], [{ at }])),
    option("--health-interval", seconds(interval)),
    option("--health-timeout", seconds(timeout)),
    option("--health-start-period", seconds(grace)),
  ];
};
