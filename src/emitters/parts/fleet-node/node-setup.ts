import type { App } from "../../../compiler/environment/app.ts";
import type { Cluster } from "../../../compiler/environment/cluster.ts";
import type { DiscoveryToken } from "../../../compiler/environment/discovery.ts";
import type { Environment } from "../../../compiler/environment/environment.ts";
import type { InstanceGroup } from "../../../compiler/environment/instance-group.ts";
import type { ReverseProxy } from "../../../compiler/environment/reverse-proxy.ts";
import { printToml } from "../../../formats/toml/print.ts";
import { toml } from "../../../formats/toml/tree.ts";
import type { Printed } from "../../../formats/origin.ts";
import { printUnit } from "../../../formats/unit/print.ts";
import type { UnitDocument } from "../../../formats/unit/tree.ts";
import { containerLinux } from "../container-linux.ts";
import { unitsOf } from "../fleet/unit-artifacts.ts";
import { traefikConfiguration } from "../traefik-configuration.ts";
import { bootstrapFile, bootstrapUnit, startsApps } from "./bootstrap.ts";
import { type DeviceOf, diskUnits, dockerDropIn, mountedDisks } from "./disk-units.ts";
import { proxySettings, TRAEFIK_FILE, traefikUnit } from "./traefik.ts";

/** What a machine of a container Linux is told when it first boots, in words of no format. */
export interface NodeSetup {
  readonly files: readonly NodeFile[];
  /** In the order in which they start. */
  readonly units: readonly NodeUnit[];
  readonly etcd: NodeEtcd | undefined;
  /** The cluster whose fleet runs here. */
  readonly fleet: Cluster | undefined;
}

export interface NodeFile {
  readonly path: string;
  readonly mode: "0644" | "0755";
  readonly content: Printed;
}

/** A unit of ours, or one of the system's with what we add to it. */
export interface NodeUnit {
  readonly name: string;
  readonly content?: Printed;
  readonly dropIns?: readonly { readonly name: string; readonly content: Printed }[];
}

/** How the members of an etcd find each other. */
export interface NodeEtcd {
  readonly token: DiscoveryToken | undefined;
  readonly peers: readonly string[];
}

/** The folder of the units that fleet is given. */
export const FLEET_FOLDER = "/var/lib/fleet";

export function nodeSetup(environment: Environment, group: InstanceGroup, deviceOf: DeviceOf): NodeSetup {
  const fleet = fleetOf(environment, group);
  const apps = fleet === undefined ? [] : appsOf(environment, fleet);
  const proxies = traefiksOn(environment, group);
  const starts = fleet !== undefined && apps.length > 0 && startsApps(environment);
  return {
    etcd: etcdOf(environment, group),
    fleet,
    files: [
      ...apps.flatMap((app) => fleetFiles(environment, app)),
      ...proxies.map((proxy) => traefikFile(environment, group, proxy)),
      ...(starts ? [bootstrapFile(environment, apps)] : []),
    ],
    units: [
      ...diskUnits(group, deviceOf).map(ofDocument),
      {
        name: "docker.service",
        dropIns: mountedDisks(group).map((disk) => ({
          name: `10-${disk.name}.conf`,
          content: printUnit(dockerDropIn(disk)),
        })),
      },
      ...proxies.map((proxy) =>
        ofDocument({ name: "traefik.service", document: traefikUnit(environment, group, proxy) }),
      ),
      ...(starts
        ? [
            ofDocument({
              name: bootstrapUnit.nameOf(environment),
              document: bootstrapUnit.documentOf(environment, group),
            }),
          ]
        : []),
    ],
  };
}

const ofDocument = ({ name, document }: { readonly name: string; readonly document: UnitDocument }): NodeUnit => ({
  name,
  content: printUnit(document),
});

const isAmong = (groups: readonly InstanceGroup[], { name }: InstanceGroup): boolean =>
  groups.some((group) => group.name === name);

/** The fleet that a group is of. */
export const fleetOf = ({ clusters }: Environment, group: InstanceGroup): Cluster | undefined =>
  clusters.find(({ kind, nodes }) => kind.value === "fleet" && isAmong(nodes, group));

/** The apps that a fleet runs. */
export const appsOf = ({ apps }: Environment, fleet: Cluster): readonly App[] =>
  apps.filter(({ cluster }) => cluster?.name === fleet.name);

const traefiksOn = ({ proxies }: Environment, { name }: InstanceGroup): readonly ReverseProxy[] =>
  proxies.filter(({ kind, group }) => kind.value === "traefik" && group?.name === name);

function etcdOf({ discovery }: Environment, group: InstanceGroup): NodeEtcd | undefined {
  const store = discovery.find(({ kind, members }) => kind.value === "etcd" && isAmong(members, group));
  return store && { token: store.token, peers: store.peers.map(({ value }) => value) };
}

const fleetFiles = (environment: Environment, app: App): readonly NodeFile[] =>
  unitsOf(environment, app).map(({ path, document }) => ({
    path: `${FLEET_FOLDER}/${path}`,
    mode: "0644",
    content: printUnit({ ...document, comment: undefined }),
  }));

const traefikFile = (environment: Environment, group: InstanceGroup, proxy: ReverseProxy): NodeFile => ({
  path: TRAEFIK_FILE,
  mode: "0644",
  content: printToml(
    toml(
      traefikConfiguration(proxySettings(proxy, containerLinux(environment, group.image)?.kind === "flatcar" ? 3 : 2)),
    ),
  ),
});
