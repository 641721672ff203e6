import { diagnose } from "../../../compiler/diagnostics/diagnostic.ts";
import type { Check } from "../../../compiler/emitter.ts";
import { withBastion } from "../bastion.ts";
import { platformOf } from "../platforms.ts";

/** Without a provider there is nothing that Terraform could make. */
export const providerIsGiven: Check = function* ({ provider, targets, at }) {
  const place = targets.findIndex(({ value }) => value === "terraform");
  if (provider === undefined) yield diagnose("terraform-without-provider", place === -1 ? at : ["targets", place], {});
};

/** What only the environment's provider demands. */
export const platformChecks: Check = function* (environment) {
  const made = withBastion(environment);
  for (const check of platformOf(environment)?.checks ?? []) yield* check(made);
};
