import type { App } from "../../compiler/environment/app.ts";
import type { Environment } from "../../compiler/environment/environment.ts";
import type { ProviderKind } from "../../compiler/environment/provider.ts";
import type { SelfReference } from "../../compiler/environment/text.ts";

/** What a Nomad client takes for a reference of its own. */
const WORD = /\$\{([A-Za-z0-9_.-]+)\}/g;

const KNOWN = /^(?:NOMAD_|(?:attr|env|meta|node)\.)/;

/** Where a client finds the zone of its machine, by the cloud that it asks. */
const ZONES: Readonly<Partial<Record<ProviderKind, string>>> = { aws: "attr.platform.aws.placement.availability-zone" };

/** Whether a client might replace something in this text. */
export const holdsWord = (literal: string): boolean => literal.search(WORD) >= 0;

/** The first word that a client replaces in the tags and checks of an app. */
export const replacedWord = (app: App, literal: string): string | undefined => {
  const names = new Set(app.env.map(({ name }) => name));
  return [...literal.matchAll(WORD)].find(([, name = ""]) => KNOWN.test(name) || names.has(name))?.[0];
};

/** The client's name for what `self` is there. */
export function selfName(
  environment: Environment,
  attribute: Exclude<SelfReference["attribute"], "name">,
): string | undefined {
  if (attribute === "index") return "NOMAD_ALLOC_INDEX";
  if (attribute === "address") return "attr.unique.network.ip-address";
  return environment.provider && ZONES[environment.provider.kind.value];
}

/** What is added to Nomad's number of a copy, which counts from zero. */
export const firstIndex = ({ runsOn }: App): number => runsOn?.firstIndex.value ?? 1;

/**
 * A driver's settings are a template of the client as well, where every `${` and `%{` counts, known or not; but there,
 * unlike in the rest of a job, doubling escapes.
 */
export const escapeForDriver = (literal: string): string =>
  literal.replaceAll(/[$%](?=\{)/g, (marker) => `${marker}${marker}`);
