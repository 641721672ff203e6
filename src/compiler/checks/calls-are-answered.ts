import type { SpecPath } from "../../formats/origin.ts";
import { diagnose } from "../diagnostics/diagnostic.ts";
import type { Check } from "../emitter.ts";
import type { App } from "../environment/app.ts";
import type { Environment } from "../environment/environment.ts";
import { placeOf } from "../environment/written.ts";
import { textsOf } from "./texts.ts";

/** Whoever refers to an app, consumes it or has a route to it wants an answer. */
export const callsAreAnswered: Check = function* (environment) {
  const apps = new Map(environment.apps.map((app) => [app.name, app]));
  const seen = new Set<string>();
  for (const { name, attribute, at } of callsOf(environment)) {
    const app = apps.get(name);
    const reason = app && reasonOf(app, attribute);
    const call = `${at.join("\u0000")} ${name}`;
    if (reason !== undefined && !seen.has(call)) yield diagnose("call-unanswered", at, { app: name, reason });
    seen.add(call);
  }
};

interface Call {
  readonly name: string;
  readonly attribute: string;
  readonly at: SpecPath;
}

/** A host of a certificate is also one of a route, so a place may be met twice. */
const callsOf = (environment: Environment): readonly Call[] => [
  ...textsOf(environment).flatMap((text) =>
    text.parts.flatMap((part) =>
      typeof part === "object" && part.kind === "attribute" && part.section === "apps"
        ? [{ name: part.name, attribute: part.attribute, at: placeOf(text) }]
        : [],
    ),
  ),
  ...environment.reach.flatMap(({ to, origins }) =>
    to.section === "apps"
      ? origins.filter(({ at }) => at.includes("consumes")).map(({ at }) => ({ name: to.name, attribute: "url", at }))
      : [],
  ),
  ...environment.apps
    .filter(({ kind }) => kind.value === "job")
    .flatMap(({ name, routes }) => routes.map(({ at }) => ({ name, attribute: "url", at }))),
];

/** Of an app with routes or health it has been said already that its port is missing. */
function reasonOf({ kind, port, routes, health }: App, attribute: string): "port" | "routes" | "job" | undefined {
  if (attribute === "publicUrl") return routes.length === 0 ? "routes" : undefined;
  if (port === undefined && (routes.length > 0 || health !== undefined)) return undefined;
  if (kind.value === "job") return "job";
  return port === undefined ? "port" : undefined;
}
