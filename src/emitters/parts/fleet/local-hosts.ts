import type { App } from "../../../compiler/environment/app.ts";
import type { Environment } from "../../../compiler/environment/environment.ts";
import { isLiteral, literal } from "../../../compiler/environment/text.ts";
import { by } from "../../../compiler/rules.ts";
import { type Traced, traced } from "../../../formats/origin.ts";

/** The routed hosts that an app reads and no DNS could have, being a single word: the proxy on each machine serves them. */
export function localHosts({ apps, proxies }: Environment, app: App): readonly Traced<string>[] {
  const isEverywhere = proxies.some(({ group }) => app.cluster?.nodes.some(({ name }) => name === group?.name));
  if (!isEverywhere) return [];
  const hosts = app.env.flatMap(({ at, value }) =>
    value.parts.flatMap((part) => {
      if (typeof part === "string" || part.kind !== "attribute" || part.attribute !== "publicUrl") return [];
      const [route] = apps.find(({ name }) => name === part.name)?.routes ?? [];
      const host = route !== undefined && isLiteral(route.host) ? literal(route.host).value : ".";
      return host.includes(".") ? [] : [traced(host, { at }, by("fleet-local-host", at))];
    }),
  );
  return [...new Map(hosts.map((host) => [host.value, host])).values()];
}
