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
  const hypervisor = word<Provider["hypervisor"]["value"]>()(context, section, "hypervisor", "virtualbox");
  const isOffice = kind?.value === "vagrant" && hypervisor.value !== "digitalocean";
  const region = textOf(context, section, "region") ?? (isOffice ? nowhereElse(section.at) : undefined);
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
    hypervisor,
  };
}

const keysOfKinds: KindKeys<ProviderKind> = {
  project: ["google"],
  billingAccount: ["google"],
  zones: ["aws", "google"],
  hypervisor: ["vagrant"],
};

/** Machines of the office are nowhere else. */
const nowhereElse = (at: Provider["at"]): Text => impliedText("default", [...at, "region"], "local");

/** `${name}-${environment}-${self.name}` */
const defaultNaming = ({ name = "" }: Spec, { spec }: Context) =>
  impliedText("follows-name", ["name"], `${name}-${spec.merged.environment.name}-`, {
    kind: "self",
    attribute: "name",
  });
