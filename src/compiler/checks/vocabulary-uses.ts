import { ORIGINS, type SpecPath, type Traced } from "../../formats/origin.ts";
import type { App } from "../environment/app.ts";
import type { ArtifactApp } from "../environment/artifact.ts";
import type { Capability } from "../environment/capability.ts";
import type { Environment } from "../environment/environment.ts";
import type { InstanceGroup } from "../environment/instance-group.ts";
import type { Located } from "../environment/located.ts";
import type { Use } from "./use.ts";

/** The uses of what the elements of older sections have beside their main part, and of the sections that stand alone. */
export const vocabularyUses = (environment: Environment): readonly Use[] => [
  ...sectionUses(environment),
  ...providerUses(environment),
  ...environment.networks.flatMap(networkUses),
  ...imageUses(environment),
  ...allGroups(environment).flatMap(groupUses),
  ...[...environment.apps, ...environment.artifactApps].flatMap(appUses),
  ...frontUses(environment),
  ...nameUses(environment),
  ...dataUses(environment),
];

const at = (capability: Capability, elements: readonly (Located | undefined)[]): readonly Use[] =>
  elements.flatMap((element) => (element === undefined ? [] : [{ capability, at: element.at }]));

const when = (capability: Capability, isUsed: boolean, place: SpecPath): readonly Use[] =>
  isUsed ? [{ capability, at: place }] : [];

/** A use at the place of a value that somebody wrote; a default asks for nothing. */
const written = (
  capability: Capability,
  value: Traced<unknown> | { readonly [ORIGINS]: Traced<unknown>[typeof ORIGINS] } | undefined,
): readonly Use[] => {
  const [origin] = value?.[ORIGINS] ?? [];
  return origin === undefined || origin.rule !== undefined ? [] : [{ capability, at: origin.at }];
};

const listed = (capability: Capability, values: readonly Traced<unknown>[] | undefined): readonly Use[] =>
  written(capability, values?.[0]).map((use) => ({ ...use, at: use.at.slice(0, -1) }));

const sectionUses = (environment: Environment): readonly Use[] => [
  ...at("access", [environment.access]),
  ...at("registry", environment.registries),
  ...at("cluster", environment.clusters),
  ...at("discovery", environment.discovery),
  ...at("storage", environment.storages),
  ...at("state", [environment.state]),
  ...at("monitoring", environment.monitoring),
  ...at("logging", environment.logging),
  ...at("ci", environment.pipelines),
  ...at("operations", environment.operations),
  ...at("switches", environment.switches),
  ...at("renames", environment.renames),
  ...(environment.layout.value === "component" ? written("layout.component", environment.layout) : []),
];

function providerUses({ provider }: Environment): readonly Use[] {
  if (provider === undefined) return [];
  const kind = provider.kind.value;
  return [
    ...when(kind === "aws" ? "provider" : `provider.${kind}`, kind !== "aws", provider.at),
    ...written("provider.credentials", provider.credentials),
    ...listed("provider.zones", provider.zones),
  ];
}

const networkUses = (network: Environment["networks"][number]): readonly Use[] => [
  ...written("modules", network.module),
  ...when("network.lan", network.kind.value === "lan", network.at),
  ...when("network.subnets", network.subnets.length > 0, [...network.at, "subnets"]),
  ...at("network.dhcp", [network.dhcp]),
];

const imageUses = ({ machineImages, containerImages }: Environment): readonly Use[] => [
  ...machineImages.flatMap(({ existing, installs, user, size }) => [
    ...written("images.existing", existing),
    ...listed("images.installs", installs),
    ...written("images.builder", user),
    ...written("images.builder", size),
  ]),
  ...containerImages.flatMap(({ builder, archive, packages, packageCache }) => [
    ...written("images.builder", builder),
    ...written("images.archive", archive),
    ...listed("images.packages", packages),
    ...written("images.packages", packageCache),
  ]),
];

const allGroups = ({ instances, nodePools, physicalMachines }: Environment): readonly InstanceGroup[] => [
  ...instances,
  ...nodePools,
  ...physicalMachines,
];

const groupUses = (group: InstanceGroup): readonly Use[] => [
  ...written("modules", group.module),
  ...written("instances.host", group.host),
  ...written("instances.host", group.autostart),
  ...written("instances.address", group.address),
  ...listed("instances.sshKeys", group.sshKeys),
  ...when("instances.packages", group.packages.length > 0, [...group.at, "packages"]),
  ...when("instances.labels", group.labels.length > 0, [...group.at, "labels"]),
  ...written("instances.preemptible", group.preemptible),
  ...written("instances.subnet", group.subnet),
  ...group.disks.flatMap(({ mount, filesystem }) => [
    ...written("instances.mounts", mount),
    ...written("instances.mounts", filesystem),
  ]),
];

const appUses = (app: Pick<App, keyof App & keyof ArtifactApp>): readonly Use[] => [
  ...when("apps.ports", app.ports.length > 0, [...app.at, "ports"]),
  ...when("apps.publish", app.publish.length > 0, [...app.at, "publish"]),
  ...at("apps.volumes", app.volumes),
  ...at("apps.metrics", [app.metrics]),
  ...when("apps.labels", app.labels.length > 0, [...app.at, "labels"]),
  ...written("apps.hostname", app.hostname),
  ...written("apps.process", app.user),
  ...written("apps.process", app.workingDirectory),
  ...written("apps.envFile", app.envFile),
  ...app.routes.flatMap(({ internal }) => written("apps.routes.internal", internal)),
];

const frontUses = (environment: Environment): readonly Use[] => [
  ...at(
    "apps.artifact",
    environment.artifactApps.map(({ artifact }) => artifact),
  ),
  ...environment.proxies.flatMap(({ kind, at: place }) => when(`ingress.${kind.value}`, true, place)),
  ...environment.ingresses.flatMap(({ hostname }) => written("ingress.hostname", hostname)),
  ...environment.loadBalancers.flatMap((balancer) => [
    ...when("loadBalancer.auto", balancer.mode.value === "auto", [...balancer.at, "mode"]),
    ...written("modules", balancer.module),
    ...at("loadBalancer.health", [balancer.health]),
    ...written("loadBalancer.hostname", balancer.hostname),
    ...when("loadBalancer.ingress", balancer.ingresses.length + balancer.proxies.length > 0, [...balancer.at, "to"]),
  ]),
];

const nameUses = (environment: Environment): readonly Use[] => [
  ...environment.firewall.flatMap(({ bastion }) =>
    [bastion.from, bastion.to].flatMap((place) => when("firewall.bastion", place !== undefined, place ?? [])),
  ),
  ...at("dns.bind", environment.bindZones),
  ...environment.zones.flatMap(({ kind, id, at: place }) => [
    ...when("dns.endpoints", kind.value === "cloud-endpoints", place),
    ...written("dns.id", id),
  ]),
  ...environment.certificates.flatMap(({ issuer, at: place }) => when("tls.file", issuer.value === "file", place)),
];

const dataUses = (environment: Environment): readonly Use[] => [
  ...at("instances.physical", environment.physicalMachines),
  ...at("instances.nodePools", environment.nodePools),
  ...at("database.selfHosted", environment.selfHostedDatabases),
  ...at("database.cache", environment.caches),
  ...environment.databases.flatMap(({ nodes, users }) => [
    ...written("database.nodes", nodes),
    ...at("database.users", users),
  ]),
  ...environment.backups.flatMap((plan) => [
    ...when("backup.files", plan.of.value.section !== "database", [...plan.at, "of"]),
    ...written("backup.elsewhere", plan.to),
    ...written("backup.scripts", plan.restore),
    ...written("backup.scripts", plan.export),
  ]),
  ...environment.secrets.flatMap(({ source }) =>
    source.kind === "generate" ? written("secrets.length", source.length) : [],
  ),
];
