import { diagnose } from "../diagnostics/diagnostic.ts";
import type { Provider, ProviderKind } from "../environment/provider.ts";
import type { Spec } from "../spec/spec.gen.ts";
import type { Context } from "./context.ts";
import { impliedText, textOf, word } from "./read.ts";
import { child } from "./section.ts";

export function resolveProvider(context: Context, spec: Spec): Provider | undefined {
  const section = child({ at: [], value: spec }, "provider");
  if (section === undefined) return undefined;
  const kind = word<ProviderKind>()(context, section, "kind");
  const region = textOf(context, section, "region");
  for (const [key, value] of Object.entries({ kind, region }))
    if (value === undefined) context.report(diagnose("missing-key", section.at, { key, where: "provider" }));
  if (kind === undefined || region === undefined) return undefined;
  return { at: section.at, kind, region, naming: textOf(context, section, "naming") ?? defaultNaming(spec, context) };
}

/** `${name}-${environment}-${self.name}` */
const defaultNaming = ({ name = "" }: Spec, { spec }: Context) =>
  impliedText("follows-name", ["name"], `${name}-${spec.merged.environment.name}-`, {
    kind: "self",
    attribute: "name",
  });
