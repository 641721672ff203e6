import { diagnose } from "../diagnostics/diagnostic.ts";
import type { Check } from "../emitter.ts";
import type { Route } from "../environment/app.ts";
import { isLiteral, literal } from "../environment/text.ts";
import { placeOf } from "../environment/written.ts";
import { knownHost } from "./hosts.ts";

/** A request goes to one app. */
export const routesAreUnique: Check = function* ({ apps }) {
  const owners = new Map<string, { readonly app: string; readonly route: Route }>();
  for (const { name: app, routes } of apps)
    for (const route of routes) {
      const address = addressOf(route);
      if (address === undefined) continue;
      const key = `${address.host}${address.path}`;
      const owner = owners.get(key);
      if (owner === undefined) owners.set(key, { app, route });
      else
        yield diagnose("route-taken", route.at, { ...address, owner: owner.app }, [
          { place: { at: placeOf(owner.route.host) }, message: "taken here" },
        ]);
    }
};

/** With or without a slash at its end a path is the same. */
function addressOf({ host, path }: Route): { readonly host: string; readonly path: string } | undefined {
  const known = knownHost(host);
  if (known === undefined || !isLiteral(path)) return undefined;
  return { host: known, path: literal(path).value.replace(/(?<=.)\/+$/, "") };
}
