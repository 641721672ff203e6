import type { App } from "../../compiler/environment/app.ts";
import type { Cluster } from "../../compiler/environment/cluster.ts";
import type { ContainerImage } from "../../compiler/environment/image.ts";
import type { Storage } from "../../compiler/environment/storage.ts";
import { by } from "../../compiler/rules.ts";
import { ORIGINS } from "../../formats/origin.ts";
import { containerName } from "../parts/docker-cluster.ts";
import { knownText } from "../parts/known-text.ts";
import { type Container, option } from "./container.ts";
import { imageWord } from "./image-word.ts";
import { said, word } from "./shell-word.ts";

/** The files of an image, lent to the apps that mount them; at the path where they all have them. */
export function dataContainers(cluster: Cluster, apps: readonly App[]): readonly Container[] {
  const volumes = apps.flatMap(({ volumes }) => volumes).filter(({ storage }) => storage.image !== undefined);
  const byName = new Map(volumes.toReversed().map((volume) => [volume.storage.name, volume]));
  return [...byName]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, { storage, path }]) =>
      storage.image === undefined ? [] : [dataContainer(cluster, storage, storage.image, path)],
    );
}

const dataContainer = (
  cluster: Cluster,
  storage: Storage,
  image: ContainerImage,
  path: App["volumes"][number]["path"],
): Container => ({
  name: storage.name,
  at: storage.at,
  container: containerName(cluster, storage),
  image: imageWord(image.reference, image),
  archive: undefined,
  isData: true,
  isPrepared: false,
  options: [option("--volume", word([said(knownText(path))], [...path[ORIGINS], by("container-files", storage.at)]))],
  command: [word([said("true")], [by("container-files", storage.at)])],
});
