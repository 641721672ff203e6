import type { Cluster } from "./cluster.ts";
import type { ContainerImage } from "./image.ts";
import type { InstanceGroup } from "./instance-group.ts";
import type { Located, Named } from "./located.ts";
import type { Scalar, Text } from "./text.ts";

export type FileSystem = "ext4" | "xfs" | "btrfs";

/** What outlives processes. */
export interface Storage extends Named {
  readonly kind: Scalar<"volume" | "path" | "bucket" | "image">;
  readonly group: InstanceGroup | undefined;
  readonly cluster: Cluster | undefined;
  readonly path: Text | undefined;
  /** In bytes. */
  readonly size: Scalar<number> | undefined;
  readonly filesystem: Scalar<FileSystem>;
  /** The image whose files these are. */
  readonly image: ContainerImage | undefined;
  readonly versioning: Scalar<boolean>;
}

/** A storage mounted into an app. */
export interface Volume extends Located {
  readonly storage: Storage;
  readonly path: Text;
  readonly subPath: Text | undefined;
  readonly readOnly: Scalar<boolean>;
}
