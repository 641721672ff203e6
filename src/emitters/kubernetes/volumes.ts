import type { Artifact } from "../../compiler/emitter.ts";
import type { App } from "../../compiler/environment/app.ts";
import type { Environment } from "../../compiler/environment/environment.ts";
import type { Storage, Volume } from "../../compiler/environment/storage.ts";
import { literal } from "../../compiler/environment/text.ts";
import { derive, traced } from "../../formats/origin.ts";
import type { YamlNode } from "../../formats/yaml/tree.ts";
import { manifest } from "./manifest.ts";
import { bytes } from "./resources.ts";
import { ruled } from "./ruled.ts";

/** Where an app sees what outlives its pods. */
export const volumeMounts = ({ volumes }: App): readonly YamlNode[] =>
  volumes.map(({ at, storage, path, subPath, readOnly }) =>
    traced(
      {
        name: storage.name,
        mountPath: literal(path),
        subPath: subPath && literal(subPath),
        readOnly: readOnly.value || storage.kind.value === "image" ? true : undefined,
      },
      { at },
    ),
  );

/** The storages that an app mounts, each once. */
export const podVolumes = ({ volumes }: App): readonly YamlNode[] =>
  volumes
    .filter(({ storage }, index) => volumes.findIndex((other) => other.storage === storage) === index)
    .map(podVolume);

const podVolume = ({ at, storage }: Volume): YamlNode =>
  traced(
    storage.image
      ? { name: storage.name, image: { reference: literal(storage.image.reference) } }
      : { name: storage.name, persistentVolumeClaim: { claimName: storage.name } },
    { at },
  );

/** Whether an app has a disk, which one machine at a time may write to. */
export const hasDisk = ({ volumes }: App): boolean =>
  volumes.some(({ storage, readOnly }) => isDisk(storage) && !readOnly.value);

export const isDisk = ({ kind }: Storage): boolean => kind.value === "volume";

/** The disks that apps mount; the cluster makes them when a pod asks. */
export const claims = ({ apps, storages }: Environment): readonly Artifact[] =>
  storages
    .filter(
      (storage) => isDisk(storage) && apps.some(({ volumes }) => volumes.some((volume) => volume.storage === storage)),
    )
    .map(({ name, at, size }) =>
      manifest(`${name}.persistent-volume-claim.yaml`, at, {
        apiVersion: "v1",
        kind: "PersistentVolumeClaim",
        metadata: { name },
        spec: {
          accessModes: ruled("kubernetes-disk", at, ["ReadWriteOncePod"]),
          resources: { requests: { storage: size && derive(size, bytes) } },
        },
      }),
    );
