import type { App } from "../../compiler/environment/app.ts";
import type { Environment } from "../../compiler/environment/environment.ts";
import type { Monitoring } from "../../compiler/environment/monitoring.ts";
import { literal } from "../../compiler/environment/text.ts";
import { by } from "../../compiler/rules.ts";
import { derive, ORIGINS, traced } from "../../formats/origin.ts";
import type { YamlNode } from "../../formats/yaml/tree.ts";

interface Paths {
  readonly write: string;
  readonly read?: string;
}

/** Where stores take series, and give them back, by the last word of their image; others do as most. */
const paths: Readonly<Record<string, Paths>> = {
  "prometheus-postgresql-adapter": { write: "/write", read: "/read" },
  promscale: { write: "/write", read: "/read" },
  thanos: { write: "/api/v1/receive" },
  mimir: { write: "/api/v1/push" },
};

const usual: Paths = { write: "/api/v1/write" };

/** The app that keeps series for long. */
export function remoteStore({ apps }: Environment, { remoteWrite }: Monitoring): Readonly<Record<string, YamlNode>> {
  const store = apps.find(({ name }) => name === remoteWrite?.value);
  if (store?.port === undefined || remoteWrite === undefined) return {};
  const { write, read } = pathsOf(store);
  const url = (path: string): YamlNode =>
    traced(
      `http://${store.name}:${store.port?.value}${path}`,
      ...remoteWrite[ORIGINS],
      by("prometheus-store", store.at),
    );
  return {
    remote_write: derive(remoteWrite, () => [{ url: url(write) }]),
    remote_read: read === undefined ? undefined : derive(remoteWrite, () => [{ url: url(read) }]),
  };
}

/** The image `timescale/promscale:0.17` is known by `promscale`. */
function pathsOf({ image }: App): Paths {
  const [name = ""] = (literal(image).value.split("/").at(-1) ?? "").split(/[:@]/);
  return (Object.hasOwn(paths, name) ? paths[name] : undefined) ?? usual;
}
