import { diagnose } from "../diagnostics/diagnostic.ts";
import type { Check } from "../emitter.ts";
import type { Environment } from "../environment/environment.ts";
import type { Named } from "../environment/located.ts";

/** What nobody uses is left over, or what should use it misspelled. */
export const nothingIsUnused: Check = function* (environment) {
  for (const { section, elements } of idleElements(environment))
    for (const { name, at } of elements) yield diagnose("unused", { at, part: "key" }, { section, name });
};

interface Idle {
  readonly section: string;
  readonly elements: readonly Named[];
}

const idleElements = (environment: Environment): readonly Idle[] => [
  unmentioned(environment, "vars", environment.variables),
  unmentioned(environment, "secrets", environment.secrets),
  unmentioned(environment, "tls", environment.certificates),
  unmentioned(environment, "images", idleImages(environment)),
  unmentioned(environment, "network", idleNetworks(environment)),
  { section: "backup", elements: idleBackups(environment) },
];

const unmentioned = ({ mentions }: Environment, section: string, elements: readonly Named[]): Idle => ({
  section,
  elements: elements.filter(({ name }) => !mentions.has(`${section}.${name}`)),
});

/** A spec without machines or apps makes images for others. */
const idleImages = ({ instances, apps, machineImages, containerImages }: Environment): readonly Named[] => [
  ...(instances.length === 0 ? [] : machineImages),
  ...(apps.length === 0 ? [] : containerImages),
];

/** The only network is meant without being named, and networks of which none is named are for others. */
const idleNetworks = ({ networks, mentions }: Environment): readonly Named[] =>
  networks.some(({ name }) => mentions.has(`network.${name}`)) ? networks : [];

/** A database has one plan with its provider, so a second one is never carried out; those that lead elsewhere are others'. */
function idleBackups({ backups, databases, selfHostedDatabases, caches }: Environment): readonly Named[] {
  const used = new Set([...databases, ...selfHostedDatabases, ...caches].map(({ backup }) => backup?.name));
  return backups.filter(({ name, of, to }) => of.value.section === "database" && to === undefined && !used.has(name));
}
