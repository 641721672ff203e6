import { diagnose } from "../diagnostics/diagnostic.ts";
import type { BootImage, MachineImage } from "../environment/image.ts";
import type { Disk, InstanceGroup } from "../environment/instance-group.ts";
import type { Network } from "../environment/network.ts";
import type { FileSystem } from "../environment/storage.ts";
import type { App, Disk as DiskSpec, InstanceGroup as GroupSpec, Spec } from "../spec/spec.gen.ts";
import type { Context } from "./context.ts";
import { byName, named } from "./lookup.ts";
import { resolveMachine } from "./machines.ts";
import { size } from "./quantities.ts";
import { flag, implied, integer, quantity, string, textOf, word } from "./read.ts";
import { resolveResources } from "./resources.ts";
import { resolveScaling, type ScalingPlan } from "./scaling.ts";
import { child, type Element, elements, isWritten } from "./section.ts";

export interface InstanceSurroundings {
  readonly networks: readonly Network[];
  readonly images: readonly MachineImage[];
  readonly scaling: ScalingPlan;
}

const stockSystem = /^[a-z]+-[0-9.]+$/;

/** The groups of the spec; apps need machines, so without any there is `main`. */
export function resolveInstances(context: Context, spec: Spec, around: InstanceSurroundings): readonly InstanceGroup[] {
  const groups = elements<GroupSpec>(["instances"], spec.instances);
  const apps = elements<App>(["apps"], spec.apps);
  const all =
    isWritten(spec.instances) || isWritten(spec.cluster) || spec.provider === undefined || apps.length === 0
      ? groups
      : [impliedGroup];
  return all.flatMap((element) => resolveGroup(context, element, apps, around));
}

const impliedGroup: Element<GroupSpec> = {
  name: "main",
  at: ["instances", "main"],
  value: {},
  impliedBy: "implied-group",
};

function resolveGroup(
  context: Context,
  element: Element<GroupSpec>,
  apps: readonly Element<App>[],
  { networks, images, scaling }: InstanceSurroundings,
): readonly InstanceGroup[] {
  const { name, at, impliedBy } = element;
  const image = bootImage(context, element, images);
  const network = named(context, element, "network", [{ section: "network", elements: networks }]);
  if (image === undefined || network === undefined) return [];
  const count =
    impliedBy === undefined ? integer(context, element, "count", 1) : largestReplicas(context, element, apps);
  const group: InstanceGroup = {
    name,
    at,
    impliedBy,
    image,
    network,
    count,
    resources: resolveResources(context, child(element, "resources")),
    size: textOf(context, element, "size"),
    disks: elements<DiskSpec>([...at, "disks"], element.value.disks).map((disk) => resolveDisk(context, disk)),
    ...resolveMachine(context, element, network),
    public: flag(context, element, "public", false),
    hostname: textOf(context, element, "hostname"),
    module: string(context, element, "module"),
    firstIndex: integer(context, element, "firstIndex", 1),
    scaling: resolveScaling(context, scaling, "instances", name, count),
  };
  return [group];
}

const largestReplicas = (context: Context, group: Element<GroupSpec>, apps: readonly Element<App>[]) => {
  const largest = apps
    .map((app) => integer(context, app, "replicas", 1))
    .reduce((most, replicas) => (replicas.value > most.value ? replicas : most));
  return { ...largest, ...implied("implied-group", group.at, largest.value) };
};

/** An image of `images`, or an operating system by name and version. */
function bootImage(
  context: Context,
  element: Element<GroupSpec>,
  images: readonly MachineImage[],
): BootImage | undefined {
  const image = string(context, element, "image", "ubuntu-24.04");
  const built = byName(images).get(image.value);
  if (built !== undefined) return { kind: "built", image: built };
  if (stockSystem.test(image.value)) return { kind: "stock", system: image };
  const known = (): readonly string[] => images.map(({ name }) => name);
  const at = [...element.at, "image"];
  context.report(
    diagnose("unknown-element", at, {
      name: image.value,
      sections: ["images"],
      ...context.suggest(image.value, known),
    }),
  );
  return undefined;
}

const resolveDisk = (context: Context, element: Element<DiskSpec>): Disk => ({
  name: element.name,
  at: element.at,
  size: quantity(size)(context, element, "size", size("20GiB")),
  kind: word<"ssd" | "hdd">()(context, element, "kind", "ssd"),
  mount: textOf(context, element, "mount"),
  filesystem: word<FileSystem>()(context, element, "filesystem", "ext4"),
});
