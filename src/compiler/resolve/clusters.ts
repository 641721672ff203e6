import { diagnose } from "../diagnostics/diagnostic.ts";
import type { Cluster, ClusterKind } from "../environment/cluster.ts";
import type { Discovery } from "../environment/discovery.ts";
import type { InstanceGroup } from "../environment/instance-group.ts";
import type { Named } from "../environment/located.ts";
import type { Cluster as ClusterSpec, Spec } from "../spec/spec.gen.ts";
import type { Context } from "./context.ts";
import { type KindKeys, refuseForeignKeys } from "./kinds.ts";
import { bare, type Choices } from "./lookup.ts";
import { members, membersOrOnly, optionalOrOnly } from "./members.ts";
import { peersOf } from "./peers.ts";
import { impliedText, string, textOf, word } from "./read.ts";
import { child, type Element, elements } from "./section.ts";

export interface ClusterSurroundings {
  readonly groups: readonly InstanceGroup[];
  readonly discovery: readonly Discovery[];
  readonly reachable: Choices<Named>;
}

const keysOfKinds: KindKeys<ClusterKind> = {
  servers: ["kubernetes", "nomad"],
  clients: ["nomad"],
  nodes: ["kubernetes", "fleet", "docker"],
  discovery: ["nomad", "fleet"],
  namespace: ["kubernetes", "nomad"],
  datacenter: ["nomad"],
  naming: ["docker", "fleet"],
  api: ["kubernetes", "nomad"],
};

export const resolveClusters = (context: Context, spec: Spec, around: ClusterSurroundings): readonly Cluster[] =>
  elements<ClusterSpec>(["cluster"], spec.cluster).flatMap((element) => resolveCluster(context, element, around));

function resolveCluster(
  context: Context,
  element: Element<ClusterSpec>,
  { groups, discovery, reachable }: ClusterSurroundings,
): readonly Cluster[] {
  const { name, at } = element;
  const kind = word<ClusterKind>()(context, element, "kind");
  if (kind === undefined) {
    context.report(diagnose("missing-key", at, { key: "kind", where: `cluster.${name}` }));
    return [];
  }
  refuseForeignKeys(context, element, kind.value, keysOfKinds);
  const stores = [{ section: "discovery", elements: discovery }];
  const api = child(element, "api");
  const cluster: Cluster = {
    name,
    at,
    kind,
    managed: isManaged(element.value),
    ...machinesOf(context, element, kind.value, groups),
    version: textOf(context, element, "version"),
    discovery: usesStore(kind.value) ? optionalOrOnly(context, element, "discovery", stores)?.value.element : undefined,
    namespace: string(context, element, "namespace"),
    datacenter: string(context, element, "datacenter", "dc1"),
    naming:
      textOf(context, element, "naming") ??
      impliedText("default", [...at, "naming"], { kind: "self", attribute: "name" }),
    api: api && peersOf(context, api, "from", reachable),
  };
  checkQuorum(context, cluster);
  return [cluster];
}

const usesStore = (kind: ClusterKind): boolean => kind === "nomad" || kind === "fleet";

const isManaged = ({ kind, servers }: ClusterSpec): boolean => kind === "kubernetes" && servers === undefined;

/** Nomad keeps servers and clients apart, the others have nodes; what is not written is the only group. */
function machinesOf(
  context: Context,
  element: Element<ClusterSpec>,
  kind: ClusterKind,
  groups: readonly InstanceGroup[],
): Pick<Cluster, "servers" | "clients" | "nodes"> {
  const choices = { section: "instances", elements: groups };
  const only = (key: "servers" | "clients" | "nodes") => membersOrOnly(context, element, key, choices);
  if (kind === "nomad") return { servers: only("servers"), clients: only("clients"), nodes: [] };
  const servers = members(context, element, "servers", [choices]).map(({ value }) => value.element);
  return { servers, clients: [], nodes: only("nodes") };
}

/** Servers decide by majority, so an even number of them is as weak as one less. */
function checkQuorum(context: Context, { at, servers }: Cluster): void {
  const count = servers.reduce((sum, group) => sum + group.count.value, 0);
  if (count > 0 && count % 2 === 0) context.report(diagnose("even-quorum", [...at, "servers"], { count }));
}

/** The groups that are node pools of a provider's cluster; of the spec, since groups are resolved before clusters. */
export function nodePoolNames(spec: Spec): ReadonlySet<string> {
  const groups = elements<object>(["instances"], spec.instances);
  const [only] = groups;
  return new Set(
    elements<ClusterSpec>(["cluster"], spec.cluster)
      .filter(({ value }) => isManaged(value) && spec.provider !== undefined)
      .flatMap(({ value }) => value.nodes ?? (groups.length === 1 && only !== undefined ? [only.name] : []))
      .map((name) => bare(name, "instances")),
  );
}
