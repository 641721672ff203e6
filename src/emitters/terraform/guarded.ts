import type { Environment } from "../../compiler/environment/environment.ts";
import type { Peer } from "../../compiler/environment/firewall-rule.ts";

/** The sections whose elements stand in a network and let traffic through or not. */
export type Guarded = "instances" | "loadBalancer" | "database";

export interface Member {
  readonly section: Guarded;
  readonly name: string;
}

/** Who guards an element: an app is guarded by its machines. */
export function memberOf(
  environment: Environment,
  { section, name }: Omit<Extract<Peer, { kind: "element" }>, "kind">,
): Member | undefined {
  if (section !== "apps") return { section, name };
  const group = environment.apps.find((app) => app.name === name)?.runsOn;
  return group === undefined ? undefined : { section: "instances", name: group.name };
}
