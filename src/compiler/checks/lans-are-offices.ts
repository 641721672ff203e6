import { diagnose } from "../diagnostics/diagnostic.ts";
import type { Check } from "../emitter.ts";

/** An office network is where Vagrant's machines and those that exist are. */
export const lansAreOffices: Check = function* ({ provider, networks }) {
  if (provider === undefined || provider.kind.value === "vagrant") return;
  for (const { kind, at } of networks)
    if (kind.value === "lan") yield diagnose("lan-in-cloud", [...at, "kind"], { provider: provider.kind.value });
};
