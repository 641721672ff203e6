import type { InstanceGroup } from "../../compiler/environment/instance-group.ts";
import type { ReverseProxy } from "../../compiler/environment/reverse-proxy.ts";
import { ORIGINS, type Traced, traced } from "../../formats/origin.ts";
import type { NginxBackend } from "./nginx-upstreams.ts";

/** The apps behind a proxy, and the names by which it finds their copies. */
export const proxyBackends = (proxy: ReverseProxy): readonly NginxBackend[] =>
  [...proxy.apps, ...proxy.artifactApps].map((app) => ({
    app,
    servers: app.port === undefined ? [] : hostsOf(proxy, app.runsOn).map((host) => at(host, app.port)),
  }));

const at = (host: Traced<string>, port: NginxBackend["app"]["port"]): Traced<string> =>
  traced(`${host.value}:${port?.value ?? ""}`, ...host[ORIGINS], ...(port?.[ORIGINS] ?? []));

/** Machines are known by their host names; an app on the proxy's own machines by the machine itself. */
function hostsOf(proxy: ReverseProxy, group: InstanceGroup | undefined): readonly Traced<string>[] {
  if (group === undefined) return [];
  if (group.name === proxy.group?.name) return [traced("127.0.0.1", { at: proxy.at })];
  const { hostname, firstIndex, count } = group;
  if (hostname === undefined) return [];
  return Array.from({ length: count.value }, (_, index) =>
    traced(
      hostname.parts
        .map((part) => {
          if (typeof part === "string") return part;
          if (part.kind === "variable") return part.value;
          return part.kind === "self" && part.attribute === "index" ? String(firstIndex.value + index) : group.name;
        })
        .join(""),
      ...hostname[ORIGINS],
      ...count[ORIGINS],
    ),
  );
}
