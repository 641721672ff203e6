import type { Environment } from "../../../compiler/environment/environment.ts";
import type { InstanceGroup } from "../../../compiler/environment/instance-group.ts";
import { by } from "../../../compiler/rules.ts";
import { type Expression, reference } from "../../../formats/hcl/tree.ts";
import { traced } from "../../../formats/origin.ts";
import { deployedSettings } from "../settings.ts";
import { gateway } from "./addresses.ts";
import { readerAddress } from "./service-accounts.ts";

/** What a machine uses in its first minutes without referring to it: its way out, and its rights. */
export function firstBootNeeds(environment: Environment, group: InstanceGroup): Expression | undefined {
  const needs = [...wayOut(group), ...rights(environment, group)];
  return needs.length === 0 ? undefined : traced(needs.map(reference), by("first-boot", group.at));
}

const wayOut = ({ network, public: isPublic }: InstanceGroup): readonly string[] =>
  isPublic.value || network.nat.value === "none" ? [] : [gateway(network)];

const rights = (environment: Environment, { name }: InstanceGroup): readonly string[] =>
  deployedSettings(environment)
    .filter(({ app }) => app.runsOn?.name === name)
    .map(readerAddress);
