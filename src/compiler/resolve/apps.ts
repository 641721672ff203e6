import { traced } from "../../formats/origin.ts";
import { diagnose } from "../diagnostics/diagnostic.ts";
import type { App, EnvironmentVariable, Health, Route } from "../environment/app.ts";
import type { ArtifactApp } from "../environment/artifact.ts";
import type { Cluster } from "../environment/cluster.ts";
import type { ContainerImage } from "../environment/image.ts";
import type { InstanceGroup } from "../environment/instance-group.ts";
import type { Registry } from "../environment/registry.ts";
import type { Storage } from "../environment/storage.ts";
import type { Text } from "../environment/text.ts";
import { from } from "../rules.ts";
import type { App as AppSpec, Health as HealthSpec, Route as RouteSpec, Spec } from "../spec/spec.gen.ts";
import { isArtifactApp, resolveArtifact } from "./artifacts.ts";
import type { CertificateOf } from "./certificates.ts";
import type { Context } from "./context.ts";
import { refuseTwoQuestions } from "./health-question.ts";
import { byName, type Choices, find, named } from "./lookup.ts";
import { duration } from "./quantities.ts";
import {
  flag,
  impliedText,
  integer,
  quantity,
  schedule,
  string,
  textAt,
  textOf,
  textsOf,
  word,
  writtenTextAt,
} from "./read.ts";
import { resolveResources } from "./resources.ts";
import { resolveScaling, type ScalingPlan } from "./scaling.ts";
import { child, type Element, elements } from "./section.ts";
import { resolveWorkload } from "./workloads.ts";

export interface AppSurroundings {
  /** With a provider apps run on machines; without one their runtime has a place for them. */
  readonly hasProvider: boolean;
  readonly groups: readonly InstanceGroup[];
  readonly clusters: readonly Cluster[];
  readonly storages: readonly Storage[];
  readonly registries: readonly Registry[];
  readonly images: readonly ContainerImage[];
  readonly scaling: ScalingPlan;
  readonly certificateOf: CertificateOf;
}

export interface ResolvedApps {
  readonly apps: readonly App[];
  readonly artifactApps: readonly ArtifactApp[];
}

/** Apps from an image, and those that are a released binary. */
export function resolveApps(context: Context, spec: Spec, around: AppSurroundings): ResolvedApps {
  const apps = elements<AppSpec>(["apps"], spec.apps);
  const waitable = [
    { section: "apps", elements: apps },
    { section: "database", elements: elements<object>(["database"], spec.database) },
  ];
  return {
    apps: apps
      .filter((element) => !isArtifactApp(element))
      .flatMap((element) => resolveApp(context, element, around, waitable)),
    artifactApps: apps
      .filter(isArtifactApp)
      .flatMap((element) => resolveArtifactApp(context, element, around, waitable)),
  };
}

function resolveApp(
  context: Context,
  element: Element<AppSpec>,
  around: AppSurroundings,
  waitable: Choices<Element<object>>,
): readonly App[] {
  const image = resolveImage(context, element, around.images);
  const process = resolveProcess(context, element, around, waitable);
  return image === undefined ? [] : [{ ...process, ...image }];
}

function resolveArtifactApp(
  context: Context,
  element: Element<AppSpec>,
  around: AppSurroundings,
  waitable: Choices<Element<object>>,
): readonly ArtifactApp[] {
  const artifact = resolveArtifact(context, element, around.registries);
  const process = resolveProcess(context, element, around, waitable);
  return artifact === undefined ? [] : [{ ...process, artifact }];
}

function resolveProcess(
  context: Context,
  element: Element<AppSpec>,
  around: AppSurroundings,
  waitable: Choices<Element<object>>,
): Omit<App, "image" | "builtFrom"> {
  const { name, at } = element;
  const replicas = integer(context, element, "replicas", 1);
  return {
    name,
    at,
    ...resolveWorkload(context, element, around.storages),
    ...placeOf(context, element, around),
    replicas,
    kind: word<"service" | "job" | "daemon">()(context, element, "kind", "service"),
    description: string(context, element, "description"),
    schedule: schedule(context, element, "schedule"),
    command: textsOf(context, element, "command"),
    args: textsOf(context, element, "args"),
    port: integer(context, element, "port"),
    health: resolveHealth(context, element),
    resources: resolveResources(context, child(element, "resources")),
    routes: resolveRoutes(context, element, around.certificateOf),
    env: resolveEnv(context, element),
    scaling: resolveScaling(context, around.scaling, "apps", name, replicas),
    dependsOn: resolveDependencies(context, element, waitable),
  };
}

/** An OCI reference is known by its `:` or `@`; anything else is a name of `images`. */
function resolveImage(
  context: Context,
  element: Element<AppSpec>,
  images: readonly ContainerImage[],
): Pick<App, "image" | "builtFrom"> | undefined {
  const { image } = element.value;
  const at = [...element.at, "image"];
  if (image === undefined) {
    context.report(diagnose("missing-key", element.at, { key: "image", where: `apps.${element.name}` }));
    return undefined;
  }
  const builtFrom = byName(images).get(image);
  if (builtFrom !== undefined) return { image: namedImage(builtFrom, at), builtFrom };
  if (/[:@]/.test(image)) return { image: textAt(context, at, image), builtFrom: undefined };
  const known = (): readonly string[] => images.map(({ name }) => name);
  context.report(
    diagnose("unknown-element", at, { name: image, sections: ["images"], ...context.suggest(image, known) }),
  );
  return undefined;
}

const namedImage = ({ reference }: ContainerImage, at: App["at"]): Text => ({
  ...impliedText("default", at, ...reference.parts),
  ...reference,
});

/** A cluster or a group: what is written, else the only cluster, else the only group. */
function placeOf(
  context: Context,
  element: Element<AppSpec>,
  { groups, clusters, hasProvider }: AppSurroundings,
): Pick<App, "runsOn" | "cluster"> {
  const isWritten = element.value.runsOn !== undefined;
  if (!isWritten && clusters.length === 0 && groups.length === 0 && !hasProvider)
    return { runsOn: undefined, cluster: undefined };
  const ofClusters = { section: "cluster", elements: clusters };
  const ofGroups = { section: "instances", elements: groups };
  const all =
    isWritten && clusters.length > 0 ? [ofClusters, ofGroups] : clusters.length > 0 ? [ofClusters] : [ofGroups];
  const place = named<AppSpec, Cluster | InstanceGroup>(context, element, "runsOn", all);
  const cluster = clusters.find((candidate) => candidate === place);
  return { cluster, runsOn: groups.find((candidate) => candidate === place) };
}

function resolveHealth(context: Context, element: Element<AppSpec>): Health | undefined {
  const section = child<AppSpec, "health">(element, "health") as Element<HealthSpec> | undefined;
  if (section === undefined) return undefined;
  refuseTwoQuestions(context, section);
  return {
    at: section.at,
    http: textOf(context, section, "http"),
    interval: quantity(duration)(context, section, "interval", duration("10s")),
    timeout: quantity(duration)(context, section, "timeout", duration("3s")),
    grace: quantity(duration)(context, section, "grace", duration("30s")),
  };
}

function resolveRoutes(context: Context, element: Element<AppSpec>, certificateOf: CertificateOf): readonly Route[] {
  return (element.value.routes ?? []).flatMap((value: RouteSpec, index) => {
    if (value.enabled === false) return [];
    const section = { at: [...element.at, "routes", index], value };
    const host = textOf(context, section, "host");
    if (host === undefined) {
      context.report(
        diagnose("missing-key", section.at, { key: "host", where: `apps.${element.name}.routes[${index}]` }),
      );
      return [];
    }
    const path = textOf(context, section, "path") ?? impliedText("default", [...section.at, "path"], "/");
    const internal = flag(context, section, "internal", false);
    return [{ at: section.at, host, path, certificate: certificateOf(element.name), internal }];
  });
}

const resolveEnv = (context: Context, element: Element<AppSpec>): readonly EnvironmentVariable[] =>
  Object.entries(element.value.env ?? {})
    .flatMap(([name, value]) => {
      const at = [...element.at, "env", name];
      return value === undefined ? [] : [{ name, at, value: writtenTextAt(context, at, value) }];
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1));

/** What an app can wait for: other apps and databases. */
function resolveDependencies(
  context: Context,
  element: Element<AppSpec>,
  waitable: Choices<Element<object>>,
): App["dependsOn"] {
  return (element.value.dependsOn ?? []).flatMap((name, index) => {
    const at = [...element.at, "dependsOn", index];
    const found = find(context, at, name, waitable, false);
    return found === undefined ? [] : [traced(`${found.section}.${found.element.name}`, from(at))];
  });
}
