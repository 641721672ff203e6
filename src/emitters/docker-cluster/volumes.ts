import type { App } from "../../compiler/environment/app.ts";
import type { Cluster } from "../../compiler/environment/cluster.ts";
import type { Environment } from "../../compiler/environment/environment.ts";
import type { Volume } from "../../compiler/environment/storage.ts";
import { by } from "../../compiler/rules.ts";
import { ORIGINS, type Traced } from "../../formats/origin.ts";
import { containerName } from "../parts/docker-cluster.ts";
import { knownText } from "../parts/known-text.ts";
import { type Container, option } from "./container.ts";
import { said, type Word, word } from "./shell-word.ts";

/** What an app keeps, and what it is lent. */
export const volumeOptions = ({ environment }: Environment, cluster: Cluster, app: App): Container["options"] =>
  app.volumes.flatMap((volume) =>
    volume.storage.kind.value === "image"
      ? [
          option("--volumes-from", lent(cluster, volume)),
          { flag: "--env", name: "ENVIRONMENT", value: told(environment, volume) },
        ]
      : [option("--volume", mounted(app, volume))],
  );

/** Which of the folders that are lent is the container's own. */
const told = ({ value, ...origins }: Traced<string>, { at }: Volume): Word =>
  word([said(value)], [...origins[ORIGINS], by("docker-environment", at)]);

const lent = (cluster: Cluster, { at, storage }: Volume): Word =>
  word([said(containerName(cluster, storage).value, ":ro")], [{ at }, by("container-files", storage.at)]);

/** Below a shared folder each app has one of its own name, where it names no other. */
function mounted({ name, at: place }: App, { at, storage, path, subPath, readOnly }: Volume): Word {
  const mode = readOnly.value ? ":ro" : "";
  const target = knownText(path);
  if (storage.kind.value === "volume" || storage.path === undefined)
    return word([said(storage.name, ":", target, mode)], [{ at }, { at: storage.at }]);
  const folder = subPath === undefined ? name : knownText(subPath);
  const own = subPath === undefined ? [by("data-folder", place)] : subPath[ORIGINS];
  return word(
    [said(knownText(storage.path), "/", folder, ":", target, mode)],
    [...path[ORIGINS], ...storage.path[ORIGINS], ...own],
  );
}
