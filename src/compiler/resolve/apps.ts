import { traced } from "../../formats/origin.ts";
import { diagnose } from "../diagnostics/diagnostic.ts";
import type { App, EnvironmentVariable, Health, Route } from "../environment/app.ts";
import type { ContainerImage } from "../environment/image.ts";
import type { InstanceGroup } from "../environment/instance-group.ts";
import type { Text } from "../environment/text.ts";
import { from } from "../rules.ts";
import type { App as AppSpec, Health as HealthSpec, Route as RouteSpec, Spec } from "../spec/spec.gen.ts";
import type { CertificateOf } from "./certificates.ts";
import type { Context } from "./context.ts";
import { byName, type Choices, find, named } from "./lookup.ts";
import { duration } from "./quantities.ts";
import {
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

export interface AppSurroundings {
  /** With a provider apps run on machines; without one their runtime has a place for them. */
  readonly hasProvider: boolean;
  readonly groups: readonly InstanceGroup[];
  readonly images: readonly ContainerImage[];
  readonly scaling: ScalingPlan;
  readonly certificateOf: CertificateOf;
}

export function resolveApps(context: Context, spec: Spec, around: AppSurroundings): readonly App[] {
  const apps = elements<AppSpec>(["apps"], spec.apps);
  const waitable = [
    { section: "apps", elements: apps },
    { section: "database", elements: elements<object>(["database"], spec.database) },
  ];
  return apps.flatMap((element) => resolveApp(context, element, around, waitable));
}

function resolveApp(
  context: Context,
  element: Element<AppSpec>,
  around: AppSurroundings,
  waitable: Choices<Element<object>>,
): readonly App[] {
  const { name, at } = element;
  const image = resolveImage(context, element, around.images);
  const runsOn = resolvePlace(context, element, around);
  if (image === undefined) return [];
  const replicas = integer(context, element, "replicas", 1);
  const app: App = {
    name,
    at,
    ...image,
    runsOn,
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
  return [app];
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

function resolvePlace(
  context: Context,
  element: Element<AppSpec>,
  { groups, hasProvider }: AppSurroundings,
): InstanceGroup | undefined {
  if (element.value.runsOn === undefined && groups.length === 0 && !hasProvider) return undefined;
  return named(context, element, "runsOn", [{ section: "instances", elements: groups }]);
}

function resolveHealth(context: Context, element: Element<AppSpec>): Health | undefined {
  const section = child<AppSpec, "health">(element, "health") as Element<HealthSpec> | undefined;
  if (section === undefined) return undefined;
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
    return [{ at: section.at, host, path, certificate: certificateOf(element.name) }];
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
