import type { SpecPath } from "../../formats/origin.ts";
import type { Environment } from "../environment/environment.ts";
import type { InstanceGroup } from "../environment/instance-group.ts";
import type { Text } from "../environment/text.ts";
import type { Zone } from "../environment/zone.ts";
import { placeOf } from "../environment/written.ts";
import { isWithin } from "./hosts.ts";

/** What an environment takes for itself in a world that it shares with others. */
export interface Claim {
  readonly value: string;
  /** What it is taken of: a network, a zone, a machine. Only there it has to be alone. */
  readonly within: string;
  readonly at: SpecPath;
  /** It belongs to a machine that stands somewhere, which several environments may use. */
  readonly stands: boolean;
}

/** Fixed addresses of machines. */
export function addressClaims(environment: Environment): readonly Claim[] {
  const given = givenVariables(environment);
  return groupsOf(environment).flatMap(({ address, at, kind, network }) =>
    address === undefined || address.value === "dhcp" || given.has(address.variable ?? "")
      ? []
      : [
          {
            value: address.value,
            within: `network ${network.name}`,
            at: [...at, "address"],
            stands: kind.value === "physical",
          },
        ],
  );
}

/** Names that people and programs ask for in a zone, and those of containers on a machine that stands somewhere. */
export function nameClaims(environment: Environment): readonly Claim[] {
  const zones = zonesOf(environment);
  const hosts = hostClaims(environment).flatMap((claim) =>
    zones
      .filter(({ domain }) => isWithin(claim.value, domain))
      .map(({ kind, domain }) => ({ ...claim, within: `${kind} ${domain}` })),
  );
  return [...hosts, ...zones.flatMap(recordClaims), ...containerClaims(environment)];
}

/** Machines that are there. */
const groupsOf = ({ instances, physicalMachines }: Environment): readonly InstanceGroup[] =>
  [...instances, ...physicalMachines].filter(({ count }) => count.value > 0);

type Host = Omit<Claim, "within">;

function hostClaims(environment: Environment): readonly Host[] {
  const { apps, artifactApps, proxies } = environment;
  const given = givenVariables(environment);
  const services = [...apps, ...artifactApps];
  const texts = [
    ...services.flatMap(({ routes }) => routes.map(({ host }) => host)),
    ...[...services, ...proxies].flatMap(({ hostname }) => hostname ?? []),
  ];
  return [
    ...texts.flatMap((text) => hostOf(given, text, false)),
    ...groupsOf(environment).flatMap((group) => machineHosts(given, group)),
  ];
}

/** Each machine of a group has a name of its own. */
const machineHosts = (given: ReadonlySet<string>, group: InstanceGroup): readonly Host[] =>
  Array.from({ length: group.hostname === undefined ? 0 : group.count.value }, (_, index) => index).flatMap((index) =>
    hostOf(given, group.hostname as Text, group.kind.value === "physical", {
      name: group.name,
      index: String(group.firstIndex.value + index),
    }),
  );

/** Nothing where only the deployment knows the name. */
function hostOf(
  given: ReadonlySet<string>,
  text: Text,
  stands: boolean,
  self: Readonly<Record<string, string>> = {},
): readonly Host[] {
  const words = text.parts.map((part) => {
    if (typeof part === "string") return part;
    if (part.kind === "variable") return given.has(part.name) ? undefined : part.value;
    return part.kind === "self" ? self[part.attribute] : undefined;
  });
  const value = words.join("").replace(/\.$/, "");
  return words.includes(undefined) ? [] : [{ value, at: placeOf(text), stands }];
}

/** Variables that the deployer gives, who has another value for each environment. */
const givenVariables = ({ variables }: Environment): ReadonlySet<string> =>
  new Set(variables.filter(({ env }) => env !== undefined).map(({ name }) => name));

interface PublishedZone {
  readonly kind: "bind" | "provider";
  readonly domain: string;
  readonly zone: Zone | undefined;
}

/** Zones that BIND of ours serves, and those in which Terraform keeps records. */
function zonesOf(environment: Environment): readonly PublishedZone[] {
  const { bindZones, zones, targets, provider } = environment;
  const isPublished = provider?.kind.value !== "vagrant" && targets.some(({ value }) => value === "terraform");
  const given = givenVariables(environment);
  const known = (text: Text): readonly string[] => hostOf(given, text, false).map(({ value }) => value);
  return [
    ...bindZones.flatMap((zone) =>
      known(zone.domain).map((domain) => ({ kind: "bind" as const, domain, zone: undefined })),
    ),
    ...(isPublished ? zones : []).flatMap((zone) =>
      known(zone.domain).map((domain) => ({ kind: "provider" as const, domain, zone })),
    ),
  ];
}

/** Written records of a provider's zone; two of one type would be fought over. */
const recordClaims = ({ domain, zone }: PublishedZone): readonly Claim[] =>
  (zone?.records ?? []).map(({ name, type, at }) => ({
    value: name === "@" ? domain : `${name}.${domain}`,
    within: `${type.value} of ${domain}`,
    at,
    stands: false,
  }));

/** What Docker calls containers on a machine that other environments may use as well. */
function containerClaims(environment: Environment): readonly Claim[] {
  const given = givenVariables(environment);
  const clusters = environment.clusters.filter(({ kind }) => kind.value === "docker");
  return clusters.flatMap(({ naming, nodes, name: cluster }) => {
    const standing = nodes.filter(({ kind }) => kind.value === "physical");
    return environment.apps
      .filter((app) => app.cluster?.name === cluster)
      .flatMap(({ name, at }) =>
        hostOf(given, naming, false, { name }).flatMap(({ value }) =>
          standing.map((node) => ({ value, within: `containers of ${node.name}`, at, stands: false })),
        ),
      );
  });
}

export const claimKey = ({ within, value }: Claim): string => `${within}\0${value}`;
