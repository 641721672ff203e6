import type { App } from "../../../compiler/environment/app.ts";
import type { Discovery } from "../../../compiler/environment/discovery.ts";
import type { Environment } from "../../../compiler/environment/environment.ts";
import { literal } from "../../../compiler/environment/text.ts";
import { by } from "../../../compiler/rules.ts";
import { derive, type Traced, traced } from "../../../formats/origin.ts";
import { containerLinux } from "../container-linux.ts";
import { type TraefikMajor, traefikMajor } from "../traefik-version.ts";
import { type EtcdClient, etcdClient } from "./etcd-client.ts";

/** Where sidekicks say that a copy is there, and in whose words. */
export interface Registry {
  /** `/traefik` */
  readonly prefix: Traced<string>;
  /** In seconds. */
  readonly timeToLive: Traced<number>;
  readonly renewal: Traced<number>;
  readonly major: TraefikMajor;
  readonly client: EtcdClient;
}

export function registryOf(environment: Environment, app: App): Registry {
  const store = storeOf(environment, app);
  const rule = by("fleet-time-to-live", app.at);
  const seconds = (of: Traced<number>) => derive(of, (milliseconds) => Math.ceil(milliseconds / 1000));
  return {
    prefix:
      store === undefined ? traced("/traefik", by("fleet-registration", app.at)) : literal(store.registration.prefix),
    timeToLive: store === undefined ? traced(60, rule) : seconds(store.registration.ttl),
    renewal: store === undefined ? traced(45, rule) : seconds(store.registration.refresh),
    major: majorOf(environment, store),
    client: etcdClient(clientOf(environment, app)),
  };
}

/** The etcd of the app's cluster, else the only one. */
const storeOf = ({ discovery }: Environment, { cluster }: App): Discovery | undefined =>
  [...(cluster?.discovery === undefined ? [] : [cluster.discovery]), ...discovery].find(
    ({ kind }) => kind.value === "etcd",
  );

/** The proxy that reads the store; without one, that of the time. */
function majorOf({ proxies }: Environment, store: Discovery | undefined): TraefikMajor {
  const reader = proxies.find(
    ({ kind, discovery }) => kind.value === "traefik" && discovery !== undefined && discovery.name === store?.name,
  );
  return reader === undefined ? 1 : traefikMajor(reader).value;
}

function clientOf(environment: Environment, { cluster, runsOn }: App): 2 | 3 {
  const groups = cluster?.nodes ?? (runsOn === undefined ? [] : [runsOn]);
  return groups.some(({ image }) => containerLinux(environment, image)?.kind === "flatcar") ? 3 : 2;
}
