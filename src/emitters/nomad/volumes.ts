import type { App } from "../../compiler/environment/app.ts";
import type { Storage, Volume } from "../../compiler/environment/storage.ts";
import { by } from "../../compiler/rules.ts";
import { type Block, because, block } from "../../formats/hcl/tree.ts";
import { input, lowerFixed } from "./lower.ts";

/** Folders of machines that clients offer to jobs, by the name of the storage. */
export const groupVolumes = ({ volumes }: App): readonly Block[] =>
  [...new Map(volumes.map((volume) => [volume.storage.name, volume])).values()].map(groupVolume);

const groupVolume = ({ storage, at }: Volume): Block =>
  because(
    [{ at }, by("nomad-host-volume", storage.at)],
    block(["volume", storage.name], { type: "host", source: storage.name }),
  );

export const mounts = ({ volumes }: App): readonly Block[] =>
  volumes.map(({ storage, path, readOnly, at }) =>
    because(
      [{ at }],
      block(["volume_mount"], {
        volume: storage.name,
        destination: lowerFixed(path),
        read_only: readOnly.value ? input(readOnly) : undefined,
      }),
    ),
  );

/** Whether a client can offer it: a folder, not a bucket or the files of an image. */
export const isFolder = ({ kind }: Storage): boolean => kind.value === "path" || kind.value === "volume";
