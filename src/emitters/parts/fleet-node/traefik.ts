import type { Environment } from "../../../compiler/environment/environment.ts";
import type { InstanceGroup } from "../../../compiler/environment/instance-group.ts";
import type { Listener } from "../../../compiler/environment/load-balancer.ts";
import type { ReverseProxy } from "../../../compiler/environment/reverse-proxy.ts";
import { literal } from "../../../compiler/environment/text.ts";
import { by } from "../../../compiler/rules.ts";
import { derive, traced } from "../../../formats/origin.ts";
import {
  command,
  commandLines,
  directive,
  section,
  type UnitDocument,
  unit,
  words,
} from "../../../formats/unit/tree.ts";
import type { TraefikEntryPoint, TraefikSettings } from "../traefik-configuration.ts";
import { traefikMajor, traefikVersion } from "../traefik-version.ts";
import { etcdUnit } from "./etcd-unit.ts";

export const TRAEFIK_FILE = "/etc/traefik.toml";

const DOCKER = "/usr/bin/docker";

/** What a proxy on the machines of an etcd is told. */
export const proxySettings = (proxy: ReverseProxy, api: 2 | 3): TraefikSettings => ({
  major: traefikMajor(proxy).value,
  at: proxy.at,
  entryPoints: proxy.listeners.map((listener) => entryPoint(proxy, listener)),
  dashboard: proxy.dashboard,
  provider: {
    kind: "etcd",
    endpoint: traced("127.0.0.1:2379", by("fleet-own-etcd", proxy.at)),
    prefix:
      proxy.discovery === undefined
        ? traced("/traefik", by("default", proxy.at))
        : literal(proxy.discovery.registration.prefix),
    api,
  },
});

const entryPoint = ({ listeners }: ReverseProxy, { port, protocol }: Listener): TraefikEntryPoint => {
  const isFirst = listeners.find((other) => other.protocol === protocol)?.port.value === port.value;
  return {
    name: isFirst ? protocol : `${protocol}-${port.value}`,
    port,
    ...(protocol === "https" ? { tls: "own" } : {}),
  };
};

/** The container of the proxy; it stands in the machine's own network, where etcd answers and clients keep their addresses. */
export function traefikUnit(environment: Environment, group: InstanceGroup, proxy: ReverseProxy): UnitDocument {
  const rule = [by("fleet-proxy", proxy.at)];
  const image = derive(traefikVersion(proxy), (version) => `traefik:${version}`);
  const etcd = etcdUnit(environment, group);
  return unit([
    section("Unit", rule, [
      directive("Description", "Traefik"),
      directive("Requires", words("docker.service")),
      directive("Wants", words(etcd)),
      directive("After", words("docker.service", etcd)),
    ]),
    section("Service", rule, [
      directive("TimeoutStartSec", "0"),
      directive("ExecStartPre", command([DOCKER, "rm", "--force", "traefik"], "-")),
      directive("ExecStartPre", command([DOCKER, "pull", image])),
      directive(
        "ExecStart",
        commandLines([
          [DOCKER, "run", "--rm"],
          ["--name", "traefik"],
          ["--network", "host"],
          ["--log-driver", "none"],
          ["--volume", `${TRAEFIK_FILE}:/etc/traefik/traefik.toml:ro`],
          [image],
        ]),
      ),
      directive("ExecStop", command([DOCKER, "stop", "traefik"])),
      directive("Restart", "always"),
      directive("RestartSec", "5"),
    ]),
    section("Install", rule, [directive("WantedBy", "multi-user.target")]),
  ]);
}
