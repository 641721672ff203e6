import type { BootImage } from "./image.ts";
import type { Named } from "./located.ts";
import type { Machine } from "./machine.ts";
import type { Network } from "./network.ts";
import type { Resources } from "./resources.ts";
import type { Scaling } from "./scaling.ts";
import type { FileSystem } from "./storage.ts";
import type { Scalar, Text } from "./text.ts";

export interface Disk extends Named {
  /** In bytes. */
  readonly size: Scalar<number>;
  readonly kind: Scalar<"ssd" | "hdd">;
  /** Where it is mounted, when it is not the root. */
  readonly mount: Text | undefined;
  readonly filesystem: Scalar<FileSystem>;
}

/** Machines that are alike. */
export interface InstanceGroup extends Named, Machine {
  readonly image: BootImage;
  readonly count: Scalar<number>;
  readonly resources: Resources;
  /** The provider's word for the kind of machine, in place of `resources`. */
  readonly size: Text | undefined;
  readonly disks: readonly Disk[];
  readonly network: Network;
  readonly public: Scalar<boolean>;
  readonly hostname: Text | undefined;
  /** The Terraform module that makes it, when not the root. */
  readonly module: Scalar<string> | undefined;
  readonly firstIndex: Scalar<number>;
  readonly scaling: Scaling | undefined;
}
