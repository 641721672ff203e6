import type { Environment } from "../../../compiler/environment/environment.ts";
import type { Network } from "../../../compiler/environment/network.ts";
import { isWritten } from "../../../compiler/environment/written.ts";
import { by } from "../../../compiler/rules.ts";
import { type Block, because, block } from "../../../formats/hcl/tree.ts";
import { identifier } from "../identifiers.ts";
import { scalar } from "../lower.ts";
import { resourceName } from "../resource-name.ts";
import { isDefault, region } from "./addresses.ts";

/** Networks of our own, and the one that the region has anyway. */
export const network = (environment: Environment): readonly Block[] =>
  environment.networks.map((each) => (isDefault(each) ? defaultNetwork(each) : ownNetwork(environment, each)));

const defaultNetwork = (each: Network): Block =>
  because([{ at: each.at }], block(["data", "digitalocean_vpc", identifier(each.name)], { region }));

function ownNetwork(environment: Environment, each: Network): Block {
  const asked = isWritten(each.cidr);
  return because(
    asked ? [{ at: each.at }] : [{ at: each.at }, by("free-range", each.at)],
    block(["resource", "digitalocean_vpc", identifier(each.name)], {
      name: resourceName(environment, each),
      region,
      ip_range: asked ? scalar(each.cidr) : undefined,
    }),
  );
}
