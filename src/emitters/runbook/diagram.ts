import type { App } from "../../compiler/environment/app.ts";
import type { Environment } from "../../compiler/environment/environment.ts";
import type { Located } from "../../compiler/environment/located.ts";
import { isLiteral, literal, type Text } from "../../compiler/environment/text.ts";
import { traced } from "../../formats/origin.ts";
import type { TemplateValue } from "../../formats/text/template.ts";

type Verb = "calls" | "leads to" | "names" | "runs on";

/** Two elements of the spec, and what the first has to do with the second. */
interface Edge {
  readonly from: Located;
  readonly verb: Verb;
  readonly to: Located;
}

/** What stands where, and who talks to whom; each node is called as references of the spec call it. */
export function diagramView(environment: Environment): TemplateValue {
  const nodes = nodesOf(environment);
  const all = new Map(edgesOf(environment).map((each) => [lineOf(each), each]));
  const edges = [...all.values()].toSorted((a, b) => (lineOf(a) < lineOf(b) ? -1 : 1));
  const joined = new Set(edges.flatMap(({ from, to }) => [idOf(from), idOf(to)]));
  if (nodes.length === 0) return undefined;
  return {
    alone: nodes
      .filter((node) => !joined.has(idOf(node)))
      .toSorted((a, b) => (idOf(a) < idOf(b) ? -1 : 1))
      .map((node) => traced<TemplateValue>(idOf(node), { at: node.at })),
    edges: edges.map((edge) => traced<TemplateValue>(lineOf(edge), { at: edge.from.at })),
  };
}

/** `apps.web`: the place of an element is its name in the spec. */
const idOf = ({ at }: Located): string => at.join(".");

const lineOf = ({ from, verb, to }: Edge): string => `${idOf(from)} -->|${verb}| ${idOf(to)}`;

const edge = (from: Located, verb: Verb, to: readonly (Located | undefined)[]): readonly Edge[] =>
  to.flatMap((each) => (each === undefined ? [] : [{ from, verb, to: each }]));

const groupsOf = ({ instances, nodePools, physicalMachines }: Environment): readonly Located[] => [
  ...instances,
  ...nodePools,
  ...physicalMachines,
];

const nodesOf = (environment: Environment): readonly Located[] => [
  ...environment.apps,
  ...environment.artifactApps,
  ...environment.clusters,
  ...environment.databases,
  ...environment.selfHostedDatabases,
  ...environment.caches,
  ...frontsOf(environment).map(({ front }) => front),
  ...groupsOf(environment),
  ...environment.zones,
  ...environment.bindZones,
];

const edgesOf = (environment: Environment): readonly Edge[] => [
  ...callsOf(environment),
  ...environment.apps.flatMap((app) => edge(app, "runs on", [app.runsOn ?? app.cluster])),
  ...environment.artifactApps.flatMap((app) => edge(app, "runs on", [app.runsOn])),
  ...environment.selfHostedDatabases.flatMap((database) =>
    edge(database, "runs on", [database.group ?? database.cluster]),
  ),
  ...environment.proxies.flatMap((proxy) => edge(proxy, "runs on", [proxy.group ?? proxy.cluster])),
  ...environment.clusters.flatMap((cluster) =>
    edge(cluster, "runs on", [...new Set([...cluster.servers, ...cluster.clients, ...cluster.nodes])]),
  ),
  ...frontsOf(environment).flatMap(({ front, to }) => edge(front, "leads to", to)),
  ...namesOf(environment),
];

/** Calls inside, and those of an app's own settings that go by the address for everybody. */
function callsOf({ apps, artifactApps, databases, selfHostedDatabases, caches, reach }: Environment): readonly Edge[] {
  const known = new Map(
    [...apps, ...artifactApps, ...databases, ...selfHostedDatabases, ...caches].map((each) => [idOf(each), each]),
  );
  const inside = reach.map(({ from, to }) => ({ from: `apps.${from}`, to: `${to.section}.${to.name}` }));
  const outside = apps.flatMap((app) => publicCalls(app).map((name) => ({ from: idOf(app), to: `apps.${name}` })));
  return [...inside, ...outside].flatMap(({ from, to }) => {
    const caller = known.get(from);
    return caller === undefined ? [] : edge(caller, "calls", [known.get(to)]);
  });
}

/** The apps whose public addresses a setting holds. */
const publicCalls = ({ env }: App): readonly string[] =>
  env.flatMap(({ value }) =>
    value.parts.flatMap((part) =>
      typeof part === "object" && part.kind === "attribute" && part.section === "apps" ? [part.name] : [],
    ),
  );

/** Something before apps: where it leads, and the hosts by which it is called. */
interface Front {
  readonly front: Located;
  readonly to: readonly Located[];
  readonly hosts: readonly Text[];
}

const frontsOf = ({ ingresses, proxies, loadBalancers }: Environment): readonly Front[] => [
  ...ingresses.map((front) => ({ front, to: front.apps, hosts: hostsOf(front.apps, front.hostname) })),
  ...proxies.map((front) => ({
    front,
    to: [...front.apps, ...front.artifactApps],
    hosts: hostsOf(front.apps, front.hostname),
  })),
  ...loadBalancers.map((front) => ({
    front,
    to: [...front.apps, ...front.groups, ...front.ingresses, ...front.proxies],
    hosts: hostsOf(front.apps, front.hostname),
  })),
];

const hostsOf = (apps: readonly App[], hostname: Text | undefined): readonly Text[] => [
  ...apps.flatMap(({ routes }) => routes.map(({ host }) => host)),
  ...(hostname === undefined ? [] : [hostname]),
];

/** A zone names the fronts that are called by a host in it. */
const namesOf = (environment: Environment): readonly Edge[] =>
  [...environment.zones, ...environment.bindZones].flatMap((zone) =>
    frontsOf(environment)
      .filter(({ hosts }) => hosts.some((host) => isWithin(host, zone.domain)))
      .flatMap(({ front }) => edge(zone, "names", [front])),
  );

const isWithin = (host: Text, domain: Text): boolean =>
  isLiteral(host) &&
  isLiteral(domain) &&
  `.${literal(host).value.replace(/\.$/, "")}`.endsWith(`.${literal(domain).value}`);
