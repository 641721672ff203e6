import { traced } from "../../formats/origin.ts";
import { diagnose } from "../diagnostics/diagnostic.ts";
import type { Provider, ProviderKind } from "../environment/provider.ts";
import type { Text } from "../environment/text.ts";
import { from } from "../rules.ts";
import type { Spec } from "../spec/spec.gen.ts";
import type { Context } from "./context.ts";
import { type KindKeys, refuseForeignKeys, requireKeys } from "./kinds.ts";
import { impliedText, textOf, word } from "./read.ts";
import { child } from "./section.ts";

export function resolveProvider(context: Context, spec: Spec): Provider | undefined {
  const section = child({ at: [], value: spec }, "provider");
  if (section === undefined) return undefined;
  const kind = word<ProviderKind>()(context, section, "kind");
  const region = textOf(context, section, "region") ?? regionOf(kind?.value, section.at);
  for (const [key, value] of Object.entries({ kind, region }))
    if (value === undefined) context.report(diagnose("missing-key", section.at, { key, where: "provider" }));
  if (kind === undefined || region === undefined) return undefined;
  refuseForeignKeys(context, section, kind.value, keysOfKinds);
  if (kind.value === "google") requireKeys(context, section, "provider", ["project"]);
  return {
    at: section.at,
    kind,
    region,
    naming: textOf(context, section, "naming") ?? defaultNaming(spec, context),
    project: textOf(context, section, "project"),
    billingAccount: textOf(context, section, "billingAccount"),
    credentials: textOf(context, section, "credentials"),
    zones: section.value.zones?.map((zone, index) => traced(zone, from([...section.at, "zones", index]))),
    hypervisor: word<Provider["hypervisor"]["value"]>()(context, section, "hypervisor", "virtualbox"),
  };
}

const keysOfKinds: KindKeys<ProviderKind> = {
  project: ["google"],
  billingAccount: ["google"],
  zones: ["aws", "google"],
  hypervisor: ["vagrant"],
};

/** Machines of the office are nowhere else. */
const regionOf = (kind: ProviderKind | undefined, at: Provider["at"]): Text | undefined =>
  kind === "vagrant" ? impliedText("default", [...at, "region"], "local") : undefined;

/** `${name}-${environment}-${self.name}` */
const defaultNaming = ({ name = "" }: Spec, { spec }: Context) =>
  impliedText("follows-name", ["name"], `${name}-${spec.merged.environment.name}-`, {
    kind: "self",
    attribute: "name",
  });
