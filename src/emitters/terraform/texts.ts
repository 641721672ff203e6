import type { App } from "../../compiler/environment/app.ts";
import type { ArtifactApp } from "../../compiler/environment/artifact.ts";
import type { Environment } from "../../compiler/environment/environment.ts";
import { isReleased, type MachineApp, processesOf } from "../../compiler/environment/machine-app.ts";
import type { InstanceGroup } from "../../compiler/environment/instance-group.ts";
import type { Provider } from "../../compiler/environment/provider.ts";
import type { Text } from "../../compiler/environment/text.ts";
import type { Zone } from "../../compiler/environment/zone.ts";
import type { SpecPath } from "../../formats/origin.ts";
import { operatedValue } from "../parts/operated-databases.ts";
import { appSettings } from "../parts/app-settings.ts";

/** A text of the spec that Terraform writes, and the field that holds it. */
export interface FieldText {
  readonly field: string;
  readonly at: SpecPath;
  readonly text: Text;
}

/** Apps that machines of Terraform's run. */
export const machineApps = (environment: Environment): readonly MachineApp[] =>
  processesOf(environment).filter(({ runsOn }) => runsOn !== undefined);

/** Those of them that are containers, and their images. */
export const machineContainers = (environment: Environment): readonly App[] =>
  machineApps(environment).filter((app): app is App => !isReleased(app));

/** Texts that may hold what only the deployment knows. */
export const deployedTexts = (environment: Environment): readonly FieldText[] => [
  ...machineApps(environment).flatMap((app) =>
    appSettings(environment, app).deployed.map(({ name, at, value }) => ({ field: name, at, text: value })),
  ),
  ...environment.outputs.map(({ name, at, value }) => ({ field: name, at, text: value })),
  ...environment.zones.flatMap(recordTexts),
  ...environment.secrets.flatMap(({ name, at, source }) =>
    (source.kind === "from" || source.kind === "template") && !isOfCluster(environment, source.text)
      ? [{ field: name, at, text: source.text }]
      : [],
  ),
];

/** What an operator tells the pods of its cluster is no business of Terraform's. */
const isOfCluster = (environment: Environment, { parts }: Text): boolean =>
  parts.some((part) => typeof part === "object" && operatedValue(environment, part) !== undefined);

const recordTexts = ({ records }: Zone): readonly FieldText[] =>
  records.flatMap(({ at, values }) =>
    values.map((text, index) => ({ field: "values", at: [...at, "values", index], text })),
  );

/** Texts that are known when the module is applied, but for the number of a machine in its name. */
export const fixedTexts = (environment: Environment): readonly FieldText[] => [
  ...[...environment.apps, ...environment.artifactApps].flatMap(appTexts),
  ...environment.artifactApps.flatMap(releaseTexts),
  ...[...environment.instances, ...environment.nodePools].flatMap(groupTexts),
  ...environment.clusters.flatMap(({ at, version }) => (version === undefined ? [] : [field(at, "version", version)])),
  ...environment.zones.map(({ at, domain }) => field(at, "domain", domain)),
  ...environment.certificates.flatMap(({ at, hosts }) => hosts.map((host) => field(at, "hosts", host))),
  ...environment.databases.flatMap(({ at, version, size }) => [
    field(at, "version", version),
    ...(size === undefined ? [] : [field(at, "size", size)]),
  ]),
  ...(environment.provider === undefined ? [] : providerTexts(environment.provider)),
];

const field = (at: SpecPath, name: string, text: Text): FieldText => ({ field: name, at: [...at, name], text });

const providerTexts = ({ at, region, project }: Provider): readonly FieldText[] => [
  field(at, "region", region),
  ...(project === undefined ? [] : [field(at, "project", project)]),
];

const appTexts = ({ at, command, args, routes, health }: MachineApp): readonly FieldText[] => [
  ...(command ?? []).map((text) => field(at, "command", text)),
  ...(args ?? []).map((text) => field(at, "args", text)),
  ...routes.flatMap((route) => [field(route.at, "host", route.host), field(route.at, "path", route.path)]),
  ...(health?.http === undefined ? [] : [field(health.at, "http", health.http)]),
];

const releaseTexts = ({ at, artifact, user, workingDirectory, envFile }: ArtifactApp): readonly FieldText[] => [
  field(artifact.registry.at, "url", artifact.registry.url),
  field(artifact.at, "version", artifact.version),
  field(artifact.at, "file", artifact.file),
  field(artifact.at, "path", artifact.path),
  ...Object.entries({ user, workingDirectory, envFile }).flatMap(([name, text]) =>
    text === undefined ? [] : [field(at, name, text)],
  ),
];

const groupTexts = ({ at, size, hostname, labels }: InstanceGroup): readonly FieldText[] => [
  ...labels.map((label) => field([...at, "labels"], label.name, label.value)),
  ...(size === undefined ? [] : [field(at, "size", size)]),
  ...(hostname === undefined ? [] : [field(at, "hostname", withoutNumber(hostname))]),
];

const withoutNumber = (hostname: Text): Text => ({
  ...hostname,
  parts: hostname.parts.filter(
    (part) =>
      typeof part === "string" || part.kind !== "self" || part.attribute === "zone" || part.attribute === "address",
  ),
});
