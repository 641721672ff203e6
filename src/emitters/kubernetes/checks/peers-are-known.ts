import { diagnose } from "../../../compiler/diagnostics/diagnostic.ts";
import type { Check } from "../../../compiler/emitter.ts";
import type { FirewallRule, Peer } from "../../../compiler/environment/firewall-rule.ts";
import { ORIGINS, type Traced } from "../../../formats/origin.ts";

/** A policy names pods or addresses, and specc knows no address of what Terraform makes. */
export const peersAreKnown: Check = function* ({ firewall }) {
  for (const rule of firewall)
    for (const app of openedApps(rule))
      for (const peer of rule.from.filter(isOutside))
        yield diagnose("kubernetes-unknown-peer", peer[ORIGINS].at(-1)?.at ?? rule.at, { peer: spelled(peer), app });
};

const openedApps = ({ to }: FirewallRule): readonly string[] =>
  to.filter(({ value }) => value.section === "apps").map(({ value }) => value.name);

const isOutside = ({ value }: Traced<Peer>): boolean => value.kind === "element" && value.section !== "apps";

const spelled = ({ value }: Traced<Peer>): string =>
  value.kind === "element" ? `${value.section}.${value.name}` : value.kind;
