import type { Environment } from "../../../compiler/environment/environment.ts";
import type { InstanceGroup } from "../../../compiler/environment/instance-group.ts";
import type { Named } from "../../../compiler/environment/located.ts";
import { by } from "../../../compiler/rules.ts";
import { type Block, because, block, reference } from "../../../formats/hcl/tree.ts";
import { identifier } from "../identifiers.ts";
import { lowerFixed } from "../lower.ts";
import { resourceName, serviceAccount } from "./addresses.ts";
import { needs } from "./services.ts";

/** Who nodes are: an account of their own that may write logs and metrics, and nothing else. */
export const nodeAccounts = (environment: Environment): readonly Block[] =>
  environment.nodePools.flatMap((pool) => [account(environment, pool), role(environment, pool)]);

const account = (environment: Environment, pool: InstanceGroup): Block =>
  because(
    [{ at: pool.at }, by("least-privilege", pool.at)],
    block(["resource", "google_service_account", identifier(pool.name)], {
      account_id: resourceName(environment, pool.at, pool.name),
      display_name: `Nodes of the pool ${pool.name}`,
      depends_on: needs(pool.at, "iam"),
    }),
  );

/** From https://cloud.google.com/kubernetes-engine/docs/how-to/service-accounts: the least that nodes work with. */
const nodeRole = "roles/container.defaultNodeServiceAccount";

function role({ provider, ...environment }: Environment, pool: InstanceGroup): Block {
  return because(
    [by("least-privilege", pool.at)],
    block(["resource", "google_project_iam_member", identifier(pool.name)], {
      project: provider?.project && lowerFixed({ provider, ...environment }, provider.project),
      role: nodeRole,
      member: reference(`${serviceAccount(pool)}.member`),
      depends_on: needs(pool.at, "cloudresourcemanager"),
    }),
  );
}

/** What lets nodes work. */
export const nodeRights = (pool: Named): readonly string[] => [`google_project_iam_member.${identifier(pool.name)}`];
