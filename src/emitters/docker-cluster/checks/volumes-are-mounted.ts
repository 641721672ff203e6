import { diagnose } from "../../../compiler/diagnostics/diagnostic.ts";
import type { Check } from "../../../compiler/emitter.ts";
import { dockerClusters } from "../../parts/docker-cluster.ts";
import { knownText } from "../../parts/known-text.ts";
import { appsOfCluster } from "../containers.ts";

/** A machine mounts folders and volumes; a container lends all of its files, at one path. */
export const volumesAreMounted: Check = function* (environment) {
  for (const cluster of dockerClusters(environment)) {
    const paths = new Map<string, string>();
    for (const { storage, path, subPath, at } of appsOfCluster(environment, cluster).flatMap(
      ({ volumes }) => volumes,
    )) {
      const kind = storage.kind.value;
      const known = paths.get(storage.name) ?? knownText(path);
      if (kind === "bucket") yield diagnose("docker-volume", at, { problem: "a bucket cannot be mounted" });
      if (kind !== "image") continue;
      paths.set(storage.name, known);
      if (subPath !== undefined)
        yield diagnose("docker-volume", [...at, "subPath"], { problem: "the files of an image are lent whole" });
      if (known !== knownText(path))
        yield diagnose("docker-volume", [...at, "path"], {
          problem: `\`${storage.name}\` is at \`${known}\` elsewhere`,
        });
    }
  }
};
