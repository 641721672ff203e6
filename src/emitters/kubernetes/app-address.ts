import type { App } from "../../compiler/environment/app.ts";
import type { Environment } from "../../compiler/environment/environment.ts";
import { isLiteral, literal } from "../../compiler/environment/text.ts";
import { isCalled } from "./workload.ts";

/** The attributes of an app that follow from its Service and its first route; an app that has neither has no value. */
export function appAddress(app: App, attribute: string): string | undefined {
  if (attribute === "publicUrl") return publicUrl(app);
  if (!isCalled(app)) return undefined;
  const { name, port } = app;
  return attribute === "url" ? `http://${name}:${port?.value}` : name;
}

/** The app of this name; the resolver has looked it up. */
export const appNamed = ({ apps }: Environment, name: string): App | undefined => apps.find((app) => app.name === name);

function publicUrl({ routes: [route] }: App): string | undefined {
  if (route === undefined || !isLiteral(route.host) || !isLiteral(route.path)) return undefined;
  const path = literal(route.path).value;
  return `${route.certificate ? "https" : "http"}://${literal(route.host).value}${path === "/" ? "" : path}`;
}
