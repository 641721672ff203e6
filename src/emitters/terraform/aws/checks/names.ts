import { diagnose } from "../../../../compiler/diagnostics/diagnostic.ts";
import type { Check } from "../../../../compiler/emitter.ts";
import { sharedName } from "../../../../compiler/environment/naming.ts";
import type { SpecPath } from "../../../../formats/origin.ts";
import { machineRoleName } from "../../../parts/machine-role.ts";
import { backendsOf } from "../../backends.ts";
import { targetGroupName } from "../target-groups.ts";

interface Limit {
  readonly what: string;
  readonly longest: number;
  readonly allowed: RegExp;
  readonly letters: string;
}

const dashed = { allowed: /^[A-Za-z0-9-]+$/, letters: "letters, digits and dashes" };
const balancerLimit: Limit = {
  what: "load balancer",
  longest: 32,
  allowed: /^(?!internal-)[A-Za-z0-9-]+$/,
  letters: "letters, digits and dashes, and no `internal-` at the beginning",
};
const targetGroupLimit: Limit = { what: "target group", longest: 32, ...dashed };
const databaseLimit: Limit = { what: "database", longest: 63, ...dashed };
const roleLimit: Limit = {
  what: "role",
  longest: 64,
  allowed: /^[\w+=,.@-]+$/,
  letters: "letters, digits and +=,.@-_",
};

/** Names that share an account are as long as AWS allows for what they name. */
export const names: Check = function* (environment) {
  for (const each of environment.loadBalancers)
    yield* finding(balancerLimit, sharedName(environment, each).value, each.at);
  for (const balancer of environment.loadBalancers)
    for (const backend of backendsOf(balancer)) {
      const shared = targetGroupName(environment, { balancer, backend }).value;
      const name = backend.app === undefined ? shared : `${shared}-${backend.port.value}`;
      yield* finding(targetGroupLimit, name, backend.app?.at ?? backend.at);
    }
  for (const each of environment.databases) yield* finding(databaseLimit, sharedName(environment, each).value, each.at);
  for (const each of environment.instances)
    yield* finding(roleLimit, machineRoleName(environment, each).value, each.at);
};

function* finding({ what, longest, allowed, letters }: Limit, name: string, at: SpecPath) {
  if (name.length > longest) yield diagnose("aws-name", at, { what, name, problem: tooLong(name.length, longest) });
  else if (!allowed.test(name)) yield diagnose("aws-name", at, { what, name, problem: `allowed are ${letters}` });
}

const tooLong = (length: number, longest: number): string => `it has ${length} characters, and ${longest} are allowed`;
