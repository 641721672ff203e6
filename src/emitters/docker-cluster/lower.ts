import type { App } from "../../compiler/environment/app.ts";
import type { Cluster } from "../../compiler/environment/cluster.ts";
import type { Environment } from "../../compiler/environment/environment.ts";
import type { Part, Text } from "../../compiler/environment/text.ts";
import { ORIGINS, type Traced, traced } from "../../formats/origin.ts";
import { containerName } from "../parts/docker-cluster.ts";
import { expand } from "../parts/expand.ts";

/** A text of an app as its container reads it; a check has refused what no script on the machine knows. */
export function loweredText(environment: Environment, cluster: Cluster, app: App, given: Text): Traced<string> {
  const known = expand(environment, app, given);
  return traced(known.parts.map((part) => partText(environment, cluster, part) ?? "").join(""), ...known[ORIGINS]);
}

/** The parts of a text that nobody on the machine knows. */
export const unknownParts = (environment: Environment, cluster: Cluster, app: App, given: Text): readonly Part[] =>
  expand(environment, app, given).parts.filter((part) => partText(environment, cluster, part) === undefined);

/** Containers of one network find each other by name. */
function partText({ apps }: Environment, cluster: Cluster, part: Part): string | undefined {
  if (typeof part === "string") return part;
  if (part.kind === "variable") return part.value;
  if (part.kind !== "attribute" || part.section !== "apps") return undefined;
  const other = apps.find(({ name, cluster: place }) => name === part.name && place?.name === cluster.name);
  if (other === undefined) return undefined;
  const host = containerName(cluster, other).value;
  if (part.attribute === "host") return host;
  return part.attribute === "url" && other.port !== undefined ? `http://${host}:${other.port.value}` : undefined;
}
