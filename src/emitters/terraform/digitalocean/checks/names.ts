import type { Check } from "../../../../compiler/emitter.ts";
import { sharedName } from "../../../../compiler/environment/naming.ts";
import { type NameLimit, nameFindings } from "../../checks/names.ts";
import { isDefault } from "../addresses.ts";
import { extraDisks, volumeName } from "../volumes.ts";

const words = { allowed: /^[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?$/, letters: "letters, digits and inner dashes" };
const lowerWords = {
  allowed: /^[a-z](?:[a-z0-9-]*[a-z0-9])?$/,
  letters: "lower-case letters, digits and inner dashes, after a letter",
};
const networkLimit: NameLimit = { what: "network", longest: 255, ...words };
const groupLimit: NameLimit = { what: "tag", longest: 255, ...words };
const balancerLimit: NameLimit = { what: "load balancer", longest: 255, ...words };
const certificateLimit: NameLimit = { what: "certificate", longest: 246, ...words };
const databaseLimit: NameLimit = { what: "database", shortest: 3, longest: 63, ...lowerWords };
const volumeLimit: NameLimit = { what: "volume", longest: 60, ...lowerWords };

/** Names that share an account are as DigitalOcean takes them. */
export const names: Check = function* (environment) {
  const { networks, instances, loadBalancers, certificates, databases } = environment;
  const limited = [
    ...networks.filter((each) => !isDefault(each)).map((each) => [networkLimit, each] as const),
    ...instances.map((each) => [groupLimit, each] as const),
    ...loadBalancers.map((each) => [balancerLimit, each] as const),
    ...certificates.map((each) => [certificateLimit, each] as const),
    ...databases.map((each) => [databaseLimit, each] as const),
  ];
  for (const [limit, each] of limited) yield* nameFindings(limit, sharedName(environment, each).value, each.at);
  for (const group of instances)
    for (const disk of extraDisks(group))
      yield* nameFindings(volumeLimit, volumeName(environment, group, disk).value, disk.at);
};
