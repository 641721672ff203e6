import type { Check } from "../../../../compiler/emitter.ts";
import { sharedName } from "../../../../compiler/environment/naming.ts";
import { machineRoleName } from "../../../parts/machine-role.ts";
import { backendsOf } from "../../backends.ts";
import { providedClusters } from "../../clusters.ts";
import { buckets } from "../../buckets.ts";
import { type NameLimit, nameFindings } from "../../checks/names.ts";
import { targetGroupName } from "../target-groups.ts";

const dashed = { allowed: /^[A-Za-z0-9-]+$/, letters: "letters, digits and dashes" };
const balancerLimit: NameLimit = {
  what: "load balancer",
  longest: 32,
  allowed: /^(?!internal-)[A-Za-z0-9-]+$/,
  letters: "letters, digits and dashes, and no `internal-` at the beginning",
};
const targetGroupLimit: NameLimit = { what: "target group", longest: 32, ...dashed };
const databaseLimit: NameLimit = { what: "database", longest: 63, ...dashed };
const clusterLimit: NameLimit = {
  what: "cluster",
  longest: 100,
  allowed: /^[A-Za-z0-9][\w-]*$/,
  letters: "letters, digits, dashes and `_`, a letter or digit first",
};
const bucketLimit: NameLimit = {
  what: "bucket",
  longest: 36,
  allowed: /^[a-z0-9][a-z0-9-]*$/,
  letters: "small letters, digits and dashes",
};
const poolLimit: NameLimit = { ...clusterLimit, what: "node group", longest: 63 };
const roleLimit: NameLimit = {
  what: "role",
  longest: 64,
  allowed: /^[\w+=,.@-]+$/,
  letters: "letters, digits and +=,.@-_",
};

/** Names that share an account are as long as AWS allows for what they name. */
export const names: Check = function* (environment) {
  for (const each of environment.loadBalancers)
    yield* nameFindings(balancerLimit, sharedName(environment, each).value, each.at);
  for (const balancer of environment.loadBalancers)
    for (const backend of backendsOf(balancer)) {
      const shared = targetGroupName(environment, { balancer, backend }).value;
      const name = backend.app === undefined ? shared : `${shared}-${backend.port.value}`;
      yield* nameFindings(targetGroupLimit, name, backend.app?.at ?? backend.at);
    }
  for (const each of environment.databases)
    yield* nameFindings(databaseLimit, sharedName(environment, each).value, each.at);
  for (const each of buckets(environment))
    yield* nameFindings(bucketLimit, sharedName(environment, each).value, each.at);
  for (const each of providedClusters(environment)) {
    yield* nameFindings(clusterLimit, sharedName(environment, each).value, each.at);
    for (const name of [`${each.name}-cluster`, `${each.name}-network`])
      yield* nameFindings(roleLimit, sharedName(environment, { ...each, name }).value, each.at);
  }
  for (const each of environment.nodePools)
    yield* nameFindings(poolLimit, sharedName(environment, { ...each, name: `${each.name}-nodes` }).value, each.at);
  for (const each of environment.instances)
    yield* nameFindings(roleLimit, machineRoleName(environment, each).value, each.at);
};
