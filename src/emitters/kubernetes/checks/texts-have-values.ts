import { type Diagnostic, diagnose } from "../../../compiler/diagnostics/diagnostic.ts";
import type { Check } from "../../../compiler/emitter.ts";
import type { App } from "../../../compiler/environment/app.ts";
import type { Environment } from "../../../compiler/environment/environment.ts";
import { lateBound, type Reference, type Text } from "../../../compiler/environment/text.ts";
import { ORIGINS, type SpecPath } from "../../../formats/origin.ts";
import { containerTexts } from "../../parts/kubernetes-required-object.ts";
import { orderedCertificates } from "../certificate.ts";
import { isUnbound, lowerText } from "../lower.ts";

/** A container reads its variables when it starts; everything else of a manifest is fixed when specc compiles. */
export const textsHaveValues: Check = function* (environment) {
  for (const app of environment.apps) {
    for (const { field, text } of fixedTexts(app)) yield* withoutLateBound(field, text);
    for (const text of containerTexts(app)) yield* withValues(environment, text);
  }
  for (const { hosts } of orderedCertificates(environment))
    for (const host of hosts.filter(isNotRouted)) yield* withoutLateBound("hosts", host);
};

/** A routed host has been looked at with its route. */
const isNotRouted = (host: Text): boolean => placeOf(host)[0] === "tls";

interface FixedText {
  readonly field: string;
  readonly text: Text;
}

const fixedTexts = ({ image, health, routes }: App): readonly FixedText[] => [
  { field: "image", text: image },
  ...(health?.http ? [{ field: "health.http", text: health.http }] : []),
  ...routes.flatMap(({ host, path }) => [
    { field: "host", text: host },
    { field: "path", text: path },
  ]),
];

function* withoutLateBound(field: string, text: Text): Iterable<Diagnostic> {
  for (const reference of lateBound(text))
    yield diagnose("kubernetes-late-bound", placeOf(text), { source: spelled(reference), field });
}

/** An app that nobody can call has been found for all targets. */
function* withValues(environment: Environment, text: Text): Iterable<Diagnostic> {
  for (const { unbound } of lowerText(environment, text).filter(isUnbound))
    if (!isOfApp(unbound)) yield diagnose("kubernetes-no-value", placeOf(text), { source: spelled(unbound) });
}

const isOfApp = (reference: Reference): boolean => reference.kind === "attribute" && reference.section === "apps";

/** Where a text was written last. */
const placeOf = (text: Text): SpecPath => text[ORIGINS].at(-1)?.at ?? [];

/** A reference as it is written in a spec. */
function spelled(reference: Reference): string {
  switch (reference.kind) {
    case "variable":
      return `\${vars.${reference.name}}`;
    case "secret":
      return `\${secrets.${reference.name}}`;
    case "attribute":
      return `\${${reference.section}.${reference.name}.${reference.attribute}}`;
    default:
      return `\${${reference.kind}.${reference.attribute}}`;
  }
}
